using System.Reflection;
using System.Text.Json;

namespace SearchEngine.Evidence.Topics;

/// <summary>The topics that the product ships, from the embedded <c>topics.json</c>.</summary>
public static class TopicTable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<IReadOnlyList<Topic>> Shipped = new(Read);

    /// <summary>All topics, ascending by id.</summary>
    public static IReadOnlyList<Topic> Default => Shipped.Value;

    /// <summary>The topic's name for people, or null when there is no such topic.</summary>
    public static string? NameOf(string id) => Default.FirstOrDefault(topic => topic.Id == id)?.Name;

    private static Topic[] Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("topics.json")
            ?? throw new InvalidOperationException("The resource topics.json is missing from the assembly.");
        return JsonSerializer.Deserialize<Topic[]>(stream, Json)
            ?? throw new InvalidOperationException("The resource topics.json is empty.");
    }
}
