using System.Text.Json;
using System.Text.Json.Serialization;

namespace Landfall.Config;

/// <summary>
/// Facts about AWS accounts that were looked up once and are committed beside the file as
/// <c>landfall.context.json</c>, so that resolving needs no AWS and gives the same result everywhere.
/// </summary>
public sealed record NetworkContext
{
    /// <summary>The file's name.</summary>
    public const string FileName = "landfall.context.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>
    /// Names of availability zones by <c>account/region</c>; the account is <c>*</c> where the file names none.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Zones { get; init; } =
        new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Facts by environment.</summary>
    public IReadOnlyDictionary<string, EnvironmentFacts> Environments { get; init; } =
        new SortedDictionary<string, EnvironmentFacts>(StringComparer.Ordinal);

    /// <summary>The key of <see cref="Zones"/>.</summary>
    /// <param name="account">The account, or null.</param>
    /// <param name="region">The region.</param>
    /// <returns>The key.</returns>
    public static string ZoneKey(string? account, string region) => $"{account ?? "*"}/{region}";

    /// <summary>Reads the file.</summary>
    /// <param name="root">The folder of the configuration file.</param>
    /// <returns>The facts, or null when none have been recorded.</returns>
    /// <exception cref="LandfallException">The file is malformed.</exception>
    public static NetworkContext? Read(string root)
    {
        var path = Path.Combine(root, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<NetworkContext>(File.ReadAllText(path), Options)
                ?? throw new JsonException("it holds null");
        }
        catch (JsonException exception)
        {
            throw new LandfallException(
                ErrorCodes.ContextMalformed,
                $"{path}:{exception.LineNumber + 1 ?? 1}:{exception.BytePositionInLine + 1 ?? 1} is malformed: {exception.Message} Restore the file from version control, or delete it and run 'landfall network plan {FolderArgument.Of(root)}' for each environment.",
                exception);
        }
    }

    /// <summary>Writes the file; the same facts give the same bytes.</summary>
    /// <param name="root">The folder of the configuration file.</param>
    public void Write(string root) => File.WriteAllText(Path.Combine(root, FileName), ToJson());

    /// <summary>The facts as indented JSON, ending with a line feed.</summary>
    /// <returns>The text.</returns>
    public string ToJson()
    {
        var sorted = this with
        {
            Zones = new SortedDictionary<string, IReadOnlyList<string>>(Zones.ToDictionary(), StringComparer.Ordinal),
            Environments = new SortedDictionary<string, EnvironmentFacts>(Environments.ToDictionary(), StringComparer.Ordinal),
        };
        return JsonSerializer.Serialize(sorted, Options) + "\n";
    }
}
