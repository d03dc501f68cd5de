using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests.Habits;

/// <summary>A page of our own words in the markup habits of some content system, with what a reader sees on
/// it.</summary>
/// <param name="Name">The habit.</param>
/// <param name="Html">The whole page.</param>
public sealed record HabitPage(string Name, string Html)
{
    public PageKind Kind { get; init; } = PageKind.Other;

    public string? Title { get; init; } = Notice.Title;

    public string? Published { get; init; }

    public string? Written { get; init; }

    public string? Source { get; init; }

    public string? Publisher { get; init; }

    public string? IndexNumber { get; init; }

    public string? DocumentNumber { get; init; }

    /// <summary>How the body begins.</summary>
    public string First { get; init; } = Notice.First;

    /// <summary>How the body ends.</summary>
    public string Last { get; init; } = Notice.Last;

    /// <summary>What the body must not contain.</summary>
    public string[] Absent { get; init; } = Notice.Furniture;

    public override string ToString() => Name;
}
