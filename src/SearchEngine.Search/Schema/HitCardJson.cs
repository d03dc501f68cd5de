using System.Text.Json.Serialization;

namespace SearchEngine.Search.Schema;

/// <summary>
/// Generated reader and writer of <see cref="HitCard"/>. Han characters are escaped on disk, nothing else reads it.
/// </summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(HitCard))]
internal sealed partial class HitCardJson : JsonSerializerContext;
