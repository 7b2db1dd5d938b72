using System.Text.RegularExpressions;
using Landfall.Config;
using Landfall.Operations.Projects;
using Landfall.Operations.Specs.Reading;

namespace Landfall.Operations.Specs;

/// <summary>Begins the specification of a feature.</summary>
internal sealed partial class SpecNewOperation : Operation<SpecNewParameters, SpecWritten>
{
    /// <inheritdoc />
    public override string Name => "spec new";

    /// <inheritdoc />
    public override string Summary => "Begin the specification of a feature: requirements, design and tasks, with the facts of the file in them.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override Task<SpecWritten> RunAsync(SpecNewParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment);
        var feature = FeatureName().IsMatch(parameters.Feature) ? parameters.Feature : throw new LandfallException(
            ErrorCodes.SpecName, $"'{parameters.Feature}' is no name of a feature: lower-case letters, digits and dashes, a letter first, 64 at most. For example 'checkout'.");
        var folder = new SpecFolder(project.Root);
        var requirements = SpecPages.Requirements(project.Plan, feature);
        var read = RequirementsReader.Read(SpecFolder.NameOf(feature, SpecFolder.Requirements), requirements).Requirements;
        (string File, string Text)[] files = [(SpecFolder.Requirements, requirements), (SpecFolder.Design, SpecPages.Design(project.Plan, feature)), (SpecFolder.Tasks, SpecPages.Tasks(project.Plan, feature, read))];
        foreach (var (file, _) in files)
        {
            if (Path.Exists(folder.PathOf(feature, file)))
                throw new LandfallException(ErrorCodes.FileInTheWay, $"'{folder.PathOf(feature, file)}' is there already. 'landfall spec render' brings a specification up to date; a new one needs another name.");
        }

        // Whole or not at all: a part of one would be in the way of the next attempt. So nothing stops it from here on.
        context.Stop.ThrowIfCancellationRequested();
        try
        {
            foreach (var (file, text) in files)
                folder.Write(feature, file, text);
        }
        catch (LandfallException)
        {
            foreach (var path in files.Select(one => folder.PathOf(feature, one.File)).Where(File.Exists))
                File.Delete(path);
            throw;
        }

        return Task.FromResult(new SpecWritten(project.Root, [.. files.Select(one => SpecFolder.NameOf(feature, one.File))]));
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,63}\\z")]
    private static partial Regex FeatureName();
}
