using System.Text.Json;
using System.Text.Json.Serialization;

namespace Landfall.Config.Limits;

/// <summary>
/// The one list of AWS's limits, <c>limits.json</c>: <c>validate</c>, the check of synthesised templates, the local AWS
/// and docs/limits.md read it.
/// </summary>
internal static class LimitList
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = LimitJson.Default,
    };

    private static readonly Lazy<Content> Read = new(() =>
    {
        using var stream = typeof(LimitList).Assembly.GetManifestResourceStream("limits.json")!;
        return JsonSerializer.Deserialize<Content>(stream, Options)!;
    });

    /// <summary>The day on which AWS's pages were read.</summary>
    public static string ReadOn => Read.Value.Read;

    /// <summary>Every limit, in order of resource type.</summary>
    public static IReadOnlyList<Limit> All => Read.Value.Limits;

    /// <summary>Resource types of which a file can run into no limit, and why.</summary>
    public static IReadOnlyDictionary<string, string> None => Read.Value.None;

    /// <summary>A limit by its type and its name there.</summary>
    public static Limit Of(string type, string id) => All.First(limit => limit.Type == type && limit.Id == id);

    internal sealed record Content(string Read, IReadOnlyList<Limit> Limits, IReadOnlyDictionary<string, string> None);
}
