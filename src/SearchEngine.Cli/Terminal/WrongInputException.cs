namespace SearchEngine.Cli.Terminal;

/// <summary>What a person asked cannot be done as asked; the message says what is wrong and how to mend it.</summary>
internal sealed class WrongInputException(string message) : Exception(message);
