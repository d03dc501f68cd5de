namespace SearchEngine.Evidence.Topics;

/// <summary>One of the 26 topics of these reports.</summary>
/// <param name="Id">T01 to T26.</param>
/// <param name="Name">Its name in Chinese, for people.</param>
/// <param name="Strong">Words of which one is enough; written in the form that <see cref="TopicText"/> folds to.</param>
/// <param name="Weak">Words of which a paragraph must hold two different ones. None alone says anything.</param>
public sealed record Topic(string Id, string Name, IReadOnlyList<string> Strong, IReadOnlyList<string> Weak);
