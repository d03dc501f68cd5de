namespace SearchEngine.Cleaning;

/// <summary>The input is no text, page or document that cleaning reads. The message is one Chinese sentence for the
/// user.</summary>
public sealed class UnreadableInputException(string message) : Exception(message);
