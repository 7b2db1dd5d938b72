using System.Text.Json;
using Landfall.Config;
using Landfall.Config.Alarms;
using Landfall.Config.Plan;
using Landfall.Mcp.Tools;
using Landfall.Operations;
using Landfall.Operations.Listing;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Landfall.Mcp.Resources;

/// <summary>What an assistant can read of a project without calling a tool: plans, topologies, templates, and runbooks of alarms.</summary>
/// <param name="settings">What the server may do.</param>
internal sealed class ResourceCatalog(McpSettings settings)
{
    private const string Scheme = "landfall://";
    private const string Json = "application/json";
    private const string Markdown = "text/markdown";

    /// <summary>Those whose names have to be filled in.</summary>
    public static IList<ResourceTemplate> Templates { get; } =
    [
        new() { UriTemplate = Scheme + "plan/{environment}", Name = "plan", MimeType = Json, Description = "What the file comes to in an environment, every default filled in. Values of variables are hidden." },
        new() { UriTemplate = Scheme + "topology/{environment}", Name = "topology", MimeType = Json, Description = "Services of an environment and what they use." },
        new() { UriTemplate = Scheme + "template/{environment}/{stack}", Name = "template", MimeType = Json, Description = "The CloudFormation template of a stack, by the name that 'list' gives. Values of variables are hidden." },
        new() { UriTemplate = Scheme + "runbook/{name}", Name = "runbook", MimeType = Markdown, Description = "What to do when an alarm of this name has gone off." },
    ];

    /// <summary>Those that can be named now: of each environment, and the runbooks.</summary>
    /// <returns>The resources, in a fixed order.</returns>
    public IList<Resource> All() =>
    [
        .. Environments().SelectMany(name => new[]
        {
            new Resource { Uri = $"{Scheme}plan/{name}", Name = $"plan of {name}", MimeType = Json },
            new Resource { Uri = $"{Scheme}topology/{name}", Name = $"topology of {name}", MimeType = Json },
        }),
        .. Runbooks.All.Select(book => new Resource { Uri = $"{Scheme}runbook/{book.Id}", Name = $"runbook {book.Title}", MimeType = Markdown, Description = book.Means }),
    ];

    /// <summary>Reads one.</summary>
    /// <param name="uri">Its address.</param>
    /// <param name="client">What the client says of itself.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="McpException">There is none of this address, or the file has problems.</exception>
    public async Task<ReadResourceResult> ReadAsync(string uri, Implementation? client, CancellationToken stop)
    {
        var words = uri.StartsWith(Scheme, StringComparison.Ordinal) ? uri[Scheme.Length..].Split('/').Select(Uri.UnescapeDataString).ToArray() : [];
        try
        {
            var (text, type) = words switch
            {
                ["plan", var environment] => (HiddenValues.Of(PlanFile.Write(ProjectLoader.Load(settings.Folder.Path, environment).Plan)), Json),
                ["topology", var environment] => (await TopologyAsync(environment, Context(client, stop)).ConfigureAwait(false), Json),
                ["template", var environment, var stack] => (HiddenValues.Of(await TemplateAsync(environment, stack, Context(client, stop)).ConfigureAwait(false)), Json),
                ["runbook", var name] when Runbooks.All.FirstOrDefault(book => book.Id == name) is { } book => ($"# {book.Title}\n\n{book.Text}", Markdown),
                _ => throw Missing(),
            };
            return new ReadResourceResult { Contents = [new TextResourceContents { Uri = uri, MimeType = type, Text = text }] };
        }
        catch (LandfallException e)
        {
            throw new McpException($"{e.Code} {e.Message}");
        }
    }

    // -32602, as the revision of 2026-07-28 has it for a resource that is not there.
    private static McpProtocolException Missing() => new("There is no resource of this address. 'resources/list' and 'resources/templates/list' have them.", McpErrorCode.InvalidParams);

    private IReadOnlyList<string> Environments()
    {
        try
        {
            return ProjectLoader.LoadFile(settings.Folder.Path).EnvironmentNames;
        }
        catch (LandfallException)
        {
            return []; // no file yet, or one with problems: 'validate' tells them
        }
    }

    private OperationContext Context(Implementation? client, CancellationToken stop) =>
        new(ToolCaller.Of(settings, client), new ToolWatcher((_, line) => LogAsync(line)), settings.Time, stop);

    private Task LogAsync(string line)
    {
        settings.Log(line);
        return Task.CompletedTask;
    }

    private async Task<string> TopologyAsync(string environment, OperationContext context)
    {
        var graph = await new GraphOperation().RunAsync(new GraphParameters(settings.Folder.Path, environment, GraphFormat.Mermaid), Agreed.ToNothing, context).ConfigureAwait(false);
        return JsonSerializer.Serialize(graph, ResultJson.OneLine);
    }

    private async Task<string> TemplateAsync(string environment, string stack, OperationContext context)
    {
        var plan = ProjectLoader.Load(settings.Folder.Path, environment).Plan;
        var templates = await new SynthOperation().RunAsync(new SynthParameters(settings.Folder.Path, environment, Output: null, Check: false), Agreed.ToNothing, context).ConfigureAwait(false);
        string[] names = [$"{stack}.template.json", $"{plan.AwsNames.Stack(stack)}.template.json"];
        var file = Directory.EnumerateFiles(templates.Folder, "*.template.json").FirstOrDefault(path => names.Contains(Path.GetFileName(path))) ?? throw Missing();
        return await File.ReadAllTextAsync(file, context.Stop).ConfigureAwait(false);
    }
}
