using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Landfall.Config;

/// <summary>
/// Facts about AWS accounts that were looked up once and are committed beside the file as
/// <c>landfall.context.json</c>, so that resolving needs no AWS and gives the same result everywhere.
/// </summary>
public sealed record KnownFacts
{
    /// <summary>The file's name.</summary>
    public const string FileName = "landfall.context.json";

    // The account of a file that leaves it to the credentials.
    private const string AnyAccount = "*";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Facts by account and region; the account is <c>*</c> where the file names none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, RegionFacts>> Accounts { get; init; } =
        new SortedDictionary<string, IReadOnlyDictionary<string, RegionFacts>>(StringComparer.Ordinal);

    /// <summary>Facts by environment.</summary>
    public IReadOnlyDictionary<string, EnvironmentFacts> Environments { get; init; } =
        new SortedDictionary<string, EnvironmentFacts>(StringComparer.Ordinal);

    /// <summary>What is known of a region of an account.</summary>
    /// <param name="account">The account, or null where the file names none.</param>
    /// <param name="region">The region.</param>
    /// <returns>The facts, or null when nothing was looked up there.</returns>
    public RegionFacts? Of(string? account, string region) => Accounts.GetValueOrDefault(account ?? AnyAccount)?.GetValueOrDefault(region);

    /// <summary>The same facts with those of a region of an account in the place of what is known of it.</summary>
    /// <param name="account">The account, or null where the file names none.</param>
    /// <param name="region">The region.</param>
    /// <param name="facts">What was looked up.</param>
    /// <returns>The facts.</returns>
    public KnownFacts With(string? account, string region, RegionFacts facts)
    {
        var regions = new Dictionary<string, RegionFacts>(Accounts.GetValueOrDefault(account ?? AnyAccount) ?? new Dictionary<string, RegionFacts>()) { [region] = facts };
        return this with { Accounts = new Dictionary<string, IReadOnlyDictionary<string, RegionFacts>>(Accounts) { [account ?? AnyAccount] = regions } };
    }

    /// <summary>The same facts with those of an environment in the place of what is known of it.</summary>
    /// <param name="environment">The environment's name.</param>
    /// <param name="facts">What was looked up.</param>
    /// <returns>The facts.</returns>
    public KnownFacts With(string environment, EnvironmentFacts facts) =>
        this with { Environments = new Dictionary<string, EnvironmentFacts>(Environments) { [environment] = facts } };

    /// <summary>Reads the file.</summary>
    /// <param name="root">The folder of the configuration file.</param>
    /// <returns>The facts, or null when none have been recorded.</returns>
    /// <exception cref="LandfallException">The file is malformed.</exception>
    public static KnownFacts? Read(string root)
    {
        var path = Path.Combine(root, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var text = File.ReadAllText(path);
            return (Upgraded(JsonNode.Parse(text)) is { } upgraded ? upgraded.Deserialize<KnownFacts>(Options) : JsonSerializer.Deserialize<KnownFacts>(text, Options))
                ?? throw new JsonException("it holds null");
        }
        catch (JsonException exception)
        {
            throw new LandfallException(
                ErrorCodes.ContextMalformed,
                $"{path}:{exception.LineNumber + 1 ?? 1}:{exception.BytePositionInLine + 1 ?? 1} is malformed: {exception.Message} Restore the file from version control, or delete it and run 'landfall context refresh {FolderArgument.Of(root)}'.",
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
            Accounts = Sorted(Accounts, IReadOnlyDictionary<string, RegionFacts> (regions) => Sorted(regions, facts => facts with
            {
                HostedZones = Sorted(facts.HostedZones, id => id),
                Engines = facts.Engines is null ? null : Sorted(facts.Engines, versions => versions),
                Quotas = facts.Quotas is null ? null : Sorted(facts.Quotas, value => value),
            })),
            Environments = Sorted(Environments, facts => facts),
        };
        return JsonSerializer.Serialize(sorted, Options) + "\n";
    }

    private static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> facts, Func<T, T> inside) =>
        new(facts.ToDictionary(pair => pair.Key, pair => inside(pair.Value)), StringComparer.Ordinal);

    /// <summary>Zones by <c>account/region</c>, as files had them that knew no more, as facts of that region; null for a file of now.</summary>
    private static JsonObject? Upgraded(JsonNode? root)
    {
        if (root is not JsonObject file || file["zones"] is not JsonObject old)
        {
            return null;
        }

        file.Remove("zones");
        var accounts = file["accounts"] as JsonObject ?? [];
        file["accounts"] = accounts;
        foreach (var (key, names) in old)
        {
            if (key.Split('/') is not [var account, var region] || names is not JsonArray list)
            {
                throw new JsonException($"'zones' has '{key}'.");
            }

            var regions = accounts[account] as JsonObject ?? [];
            accounts[account] = regions;
            regions[region] ??= new JsonObject { ["zones"] = new JsonArray([.. list.Select(name => new JsonObject { ["name"] = name?.DeepClone() })]) };
        }

        return file;
    }
}
