using SearchEngine.Reports.Regions;

namespace SearchEngine.Cleaning.Places;

/// <summary>A name of a place in a text, with everything that bears it.</summary>
/// <param name="Name">The name as in the table.</param>
/// <param name="Index">Where it begins.</param>
/// <param name="Divisions">Divisions of this name that existed in the year asked for.</param>
/// <param name="Zones">Zones of this name.</param>
internal sealed record PlaceMention(
    string Name, int Index, IReadOnlyList<Division> Divisions, IReadOnlyList<DevelopmentZone> Zones);
