namespace SearchEngine.Reports.Model;

/// <summary>The five roles a block of a report plays (章节类型). The order is the order of display.</summary>
public enum BlockRole
{
    /// <summary>成效: what was done.</summary>
    Results,

    /// <summary>问题: shortcomings and their causes.</summary>
    Problems,

    /// <summary>第一责任人: how the party and government leaders met their duty.</summary>
    FirstResponsible,

    /// <summary>计划: what comes next.</summary>
    Plan,

    /// <summary>其他: opening, closing, and what fits none of the four.</summary>
    Other,
}
