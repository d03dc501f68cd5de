namespace SearchEngine.Web.Features.Read;

/// <summary>How far a field can be trusted: ● 可信, ◐ 推定, ○ 未载.</summary>
public enum FieldState
{
    Sure,
    Inferred,
    Absent,
}
