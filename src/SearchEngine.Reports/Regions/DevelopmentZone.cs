namespace SearchEngine.Reports.Regions;

/// <summary>A development zone (功能区). It has no code in GB/T 2260.</summary>
/// <param name="InternalCode">Code of its city, "-F" and two digits, e.g. 370800-F01. Never reassigned.</param>
/// <param name="Name">Full name, e.g. 济宁经济开发区.</param>
/// <param name="CityCode">Code of the prefecture (or municipality) it lies in.</param>
public sealed record DevelopmentZone(string InternalCode, string Name, string CityCode);
