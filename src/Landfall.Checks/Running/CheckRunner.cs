using Landfall.Checks.Format;

namespace Landfall.Checks.Running;

/// <summary>Runs check files.</summary>
/// <param name="time">The clock.</param>
internal sealed class CheckRunner(TimeProvider time)
{
    /// <summary>Sends the requests of a file, one after the other, and looks at the answers.</summary>
    /// <param name="file">The file.</param>
    /// <param name="target">What is asked.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What came of each request; one that names an answer which did not come fails, and the others go on.</returns>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckFile file, CheckTarget target, CancellationToken stop)
    {
        using var client = new CheckClient(target, time);
        var answers = new Dictionary<string, CheckAnswer>(StringComparer.Ordinal);
        var results = new List<CheckResult>();
        foreach (var request in file.Requests)
            results.Add(await RunAsync(client, request, answers, stop).ConfigureAwait(false));
        return results;
    }

    private static async Task<CheckResult> RunAsync(CheckClient client, CheckRequest request, Dictionary<string, CheckAnswer> answers, CancellationToken stop)
    {
        try
        {
            var answer = await client.AskAsync(request, text => Fill(text, answers), stop).ConfigureAwait(false);
            if (request.Name is { } name)
                answers[name] = answer;
            var failures = request.Expectations
                .Select(expectation => expectation.NeedsBody && !answer.IsWhole
                    ? $"the body is larger than {CheckLimits.BodyBytes / 1024} KiB, which is what a check reads"
                    : expectation.Differs(answer))
                .OfType<string>().Distinct();
            return new CheckResult(request.Line, request.Title, [.. failures], answer.Took);
        }
        catch (NoAnswerException none)
        {
            return new CheckResult(request.Line, request.Title, [none.Message], null);
        }
    }

    /// <summary>Puts what earlier requests were answered where it is named.</summary>
    private static string Fill(string text, Dictionary<string, CheckAnswer> answers) => FileVariables.Use().Replace(text, use =>
    {
        if (!AnswerReference.TryRead(use.Groups["name"].Value.Trim(), out var reference))
            return use.Value;
        if (!answers.TryGetValue(reference.Request, out var answer))
            throw new NoAnswerException($"'{reference.Request}' had no answer that could be used here");
        var value = reference.Header is { } header ? answer.Header(header)
            : answer.Json is { } json && reference.Path!.Find(json) is { } found
                ? found.ValueKind == System.Text.Json.JsonValueKind.String ? found.GetString() : found.GetRawText()
                : null;
        return value ?? throw new NoAnswerException($"the answer of '{reference.Request}' has no {(reference.Header is { } missing ? $"header '{missing}'" : reference.Path!.ToString())}");
    });
}
