namespace SearchEngine.Ingest;

/// <summary>How far a stage has come.</summary>
/// <param name="Stage">Its name as shown: 导入, 清洗, 索引, 核对归档 ….</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all; 0 while it is not known.</param>
/// <param name="Current">What is being worked on, in short.</param>
public sealed record StageProgress(string Stage, long Done, long Total, string Current);
