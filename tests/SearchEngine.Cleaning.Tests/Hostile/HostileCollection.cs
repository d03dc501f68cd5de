namespace SearchEngine.Cleaning.Tests.Hostile;

/// <summary>Tests that measure the processor and the memory of the whole process run alone.</summary>
[CollectionDefinition("hostile", DisableParallelization = true)]
public sealed class HostileCollection;
