using Landfall.Config;
using Landfall.Operations.Editing;

namespace Landfall.Operations.Assistants;

/// <summary>Connects an assistant, in the file in which its program looks for servers of a project.</summary>
internal sealed class McpConfigOperation : Operation<McpConfigParameters, McpConfigured>
{
    /// <inheritdoc />
    public override string Name => "mcp config";

    /// <inheritdoc />
    public override string Summary => "Connect an assistant: write the server into the project's file of Kiro, Claude Code or Visual Studio Code.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    /// <remarks>An assistant that writes how it is connected could allow itself more.</remarks>
    public override OperationTraits Traits => OperationTraits.PersonOnly | OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<McpConfigured> RunAsync(McpConfigParameters parameters, Agreed agreed, OperationContext context)
    {
        var folder = Path.GetFullPath(parameters.Folder);
        if (!Directory.Exists(folder))
            throw new LandfallException(ErrorCodes.McpClientFile, $"'{folder}' is no folder. Name the one that the program is opened with.");
        var file = ClientFile.Of(parameters.Client, folder);
        var path = Path.Combine(folder, file.Path);
        var held = File.Exists(path) ? await File.ReadAllTextAsync(path, context.Stop).ConfigureAwait(false) : null;
        var text = file.With(held, [.. Flags(parameters)]);
        var changes = text != held;
        if (changes && !parameters.DryRun)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WholeFile.Write(path, text); // it has the servers of others, too
        }

        return new McpConfigured(parameters.Client, path, text, changes && !parameters.DryRun, parameters.DryRun);
    }

    private static IEnumerable<string> Flags(McpConfigParameters parameters)
    {
        if (parameters.AllowWrite)
            yield return "--allow-write";
        if (parameters.AllowSensitiveDataAccess)
            yield return "--allow-sensitive-data-access";
    }
}
