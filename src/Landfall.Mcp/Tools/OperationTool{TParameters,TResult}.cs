using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Mcp.Agreeing;
using Landfall.Operations;
using Landfall.Operations.Changes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Landfall.Mcp.Tools;

/// <summary>A tool that reads arguments, has a person agree where something would change, runs its operation, and gives the result whole.</summary>
/// <typeparam name="TParameters">What the operation takes.</typeparam>
/// <typeparam name="TResult">What it gives.</typeparam>
/// <param name="operation">The operation.</param>
/// <param name="settings">What the server may do.</param>
/// <param name="proposals">What somebody is being asked about.</param>
internal sealed class OperationTool<TParameters, TResult>(Operation<TParameters, TResult> operation, McpSettings settings, Proposals proposals)
    : OperationTool(operation, settings)
    where TParameters : class
    where TResult : class
{
    /// <inheritdoc />
    public override async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> call, CancellationToken stop)
    {
        var given = call.Params.Arguments ?? new Dictionary<string, JsonElement>();
        var watcher = new ToolWatcher((number, line) => TellAsync(call, number, line, stop));
        try
        {
            var parameters = Read(given);
            var context = new OperationContext(ToolCaller.Of(Settings, call.Server.ClientInfo), watcher, Settings.Time, stop);
            var agreed = Writes(given) ? await AgreeAsync(call, given, parameters, context).ConfigureAwait(false) : Agreed.ToNothing;
            var result = await operation.RunAsync(parameters, agreed, context).ConfigureAwait(false);
            var whole = await ToolResult.WholeAsync(result, stop).ConfigureAwait(false);
            return Answer(JsonSerializer.SerializeToElement(whole, ToolResult.TypeOf(typeof(TResult)), ResultJson.OneLine));
        }
        catch (Exception e) when (e is not InputRequiredException && (e is not OperationCanceledException || !stop.IsCancellationRequested))
        {
            return ToolFailure.Of(e, Settings.Log);
        }
        finally
        {
            await watcher.FlushAsync().ConfigureAwait(false);
        }
    }

    private static CallToolResult Answer(JsonElement whole) => new()
    {
        Content = [new TextContentBlock { Text = whole.GetRawText() }],
        StructuredContent = whole,
    };

    private TParameters Read(IEnumerable<KeyValuePair<string, JsonElement>> given) => new ToolArguments(Tool.Name, Parameters, Settings.Folder).Read<TParameters>(given, Hidden);

    private Task TellAsync(RequestContext<CallToolRequestParams> call, int number, string line, CancellationToken stop)
    {
        Settings.Log($"{Tool.Name}: {line}");
        return call.Params.ProgressToken is { } token
            ? call.Server.NotifyProgressAsync(token, new ProgressNotificationValue { Progress = number, Message = line }, cancellationToken: stop)
            : Task.CompletedTask;
    }

    private bool Writes(IDictionary<string, JsonElement> given)
    {
        if (!Changes || IsSet(given, ToolParameter.DryRun))
            return false;
        return Choosing.Count == 0 || Choosing.Any(name => IsSet(given, name));
    }

    private static bool IsSet(IDictionary<string, JsonElement> given, string name) =>
        given.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False);

    /// <summary>Goes on where a person has agreed, and asks one where nobody was asked yet.</summary>
    private async Task<Agreed> AgreeAsync(
        RequestContext<CallToolRequestParams> call, IDictionary<string, JsonElement> given, TParameters parameters, OperationContext context)
    {
        var arguments = JsonSerializer.Serialize(new SortedDictionary<string, JsonElement>(given, StringComparer.Ordinal), ResultJson.OneLine);
        if (proposals.Take(call.Params.RequestState, Tool.Name, arguments) is { } asked)
        {
            var answer = call.Params.InputResponses?.TryGetValue(AgreementForm.Key, out var response) == true ? response.Deserialize(InputResponse.ElicitResultJsonTypeInfo) : null;
            if (!AgreementForm.IsAgreed(asked, answer))
                throw new LandfallException(ErrorCodes.McpNotAgreed, $"The person who was asked did not agree to '{Tool.Name}' with {arguments}. Nothing was done. Ask them what they want instead; do not try other ways to the same end.");
            return new Agreed(Yes: true) { Accept = asked.Accept is { } digest ? [digest] : [] };
        }

        if (call.Server.ClientCapabilities?.Elicitation is null)
        {
            throw new LandfallException(
                ErrorCodes.McpCannotAsk,
                $"'{Tool.Name}' changes something, and this client cannot ask a person to agree (it does not support elicitation). Nothing was done. The person can run 'landfall {operation.Name}' in a terminal, or use a client that can ask.");
        }

        var proposal = await ProposeAsync(given, arguments, parameters, context).ConfigureAwait(false);
        throw new InputRequiredException(
            new Dictionary<string, InputRequest> { [AgreementForm.Key] = InputRequest.ForElicitation(AgreementForm.Of(proposal)) }, proposals.Add(proposal));
    }

    private async Task<Proposal> ProposeAsync(IDictionary<string, JsonElement> given, string arguments, TParameters parameters, OperationContext context)
    {
        var change = await operation.PreviewAsync(parameters, context).ConfigureAwait(false);
        if (change?.Refused.Count > 0)
            await new Gate(context.Watcher).PassAsync(change, Agreed.ToNothing, context.Stop).ConfigureAwait(false); // says why
        JsonNode? dry = null;
        if (change is null && Parameters.Any(p => p.Name == ToolParameter.DryRun))
        {
            var shown = Read(given.Append(KeyValuePair.Create(ToolParameter.DryRun, JsonSerializer.SerializeToElement(value: true))));
            dry = JsonSerializer.SerializeToNode(await operation.RunAsync(shown, Agreed.ToNothing, context).ConfigureAwait(false), ResultJson.OneLine);
        }

        var final = operation.Effect == OperationEffect.Destroys && (change is null || change.Harm.Any());
        return new Proposal(
            Tool.Name, arguments, ProposalText.Of(Tool.Name, operation.Summary, arguments, change, dry), final ? change?.Environment ?? operation.Name : null, change?.Digest);
    }
}
