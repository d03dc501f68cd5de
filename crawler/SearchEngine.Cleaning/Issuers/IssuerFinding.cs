namespace SearchEngine.Cleaning.Issuers;

/// <summary>Who accounts, who put the page up, and where it came from.</summary>
/// <param name="Issuer">The issuer, or null.</param>
/// <param name="Inferred">True when no part of the page states the issuer.</param>
/// <param name="Publisher">Who put the page up, where it is not the issuer; else null.</param>
/// <param name="Source">来源 as stated, or null.</param>
internal sealed record IssuerFinding(string? Issuer, bool Inferred, string? Publisher, string? Source);
