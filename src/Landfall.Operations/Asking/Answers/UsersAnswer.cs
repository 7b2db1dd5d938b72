using System.Text.Json;
using Landfall.Operations.Logs;

namespace Landfall.Operations.Asking.Answers;

/// <summary>How many users met an error, as far as lines of logs name them.</summary>
internal sealed class UsersAnswer : IAnswerer
{
    // Of more, "at least" is said.
    private const int MostUsers = 100_000;

    private static readonly HashSet<string> Names = new(["user", "userid", "customer", "customerid", "client", "clientid", "account", "accountid", "member", "memberid", "uid"], StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public IReadOnlyList<Topic> Topics => [Topic.AffectedUsers];

    /// <inheritdoc />
    public async Task<AnswerText> AnswerAsync(AskedQuestion asked, AskedPlace place)
    {
        if (await LogErrors.SinceAsync(asked, place).ConfigureAwait(false) is not { } since)
            return LogErrors.NoRelease;
        var given = place.Parameters;
        var parameters = new LogsParameters(given.Folder, asked.Services, given.Environment, given.Local, Follow: false, since.UtcDateTime.ToString("O"), Filter: null, Previous: false, Errors: true, Summary: false);
        var report = await new LogsOperation().RunAsync(parameters, Agreed.ToNothing, place.Context).ConfigureAwait(false);
        return await OfAsync(report.Lines, since, asked, place.Context.Stop).ConfigureAwait(false);
    }

    /// <summary>Counts users in lines.</summary>
    /// <param name="errors">The lines, which are errors.</param>
    /// <param name="since">From when on they are.</param>
    /// <param name="asked">The question.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The answer.</returns>
    internal static async Task<AnswerText> OfAsync(IAsyncEnumerable<LogEntry> errors, DateTimeOffset since, AskedQuestion asked, CancellationToken stop)
    {
        var users = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        var (lines, naming) = (0L, 0L);
        await foreach (var line in errors.WithCancellation(stop).ConfigureAwait(false))
        {
            lines++;
            if (Find(line.Message) is not { } found)
                continue;
            naming++;
            if (!users.TryGetValue(found.Name, out var ids))
                users[found.Name] = ids = new HashSet<string>(StringComparer.Ordinal);
            if (ids.Count < MostUsers)
                ids.Add(found.Id);
        }

        var evidence = Commands.For("logs", asked.Services, "--errors", "--since", Moment.Option(since));
        if (lines == 0)
            return AnswerText.Of($"None, as far as logs tell: there is no error since {Moment.Of(since)}.", [], evidence);
        if (naming == 0)
            return AnswerText.Unknown($"none of {Quantity.Of(lines, "error", "errors")} since {Moment.Of(since)} names a user. Log lines as JSON with a field such as 'userId'.", evidence);
        var (name, distinct) = users.MaxBy(pair => pair.Value.Count);
        return AnswerText.Of(
            $"{(distinct.Count == MostUsers ? "At least " : "")}{Quantity.Of(distinct.Count, "user", "users")} since {Moment.Of(since)}: so many values of '{name}' are in errors.",
            [$"{Quantity.Of(naming, "error names", "errors name")} a user, of {Quantity.Of(lines, "error", "errors")}"],
            evidence);
    }

    private static (string Name, string Id)? Find(string message)
    {
        if (message.AsSpan().TrimStart() is not ['{', ..])
            return null;
        try
        {
            using var line = JsonDocument.Parse(message);
            foreach (var property in line.RootElement.EnumerateObject())
            {
                if (Names.Contains(property.Name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)) && property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                    return (property.Name, property.Value.ToString());
            }
        }
        catch (JsonException)
        {
            // Text that only begins like JSON names nobody.
        }

        return null;
    }
}
