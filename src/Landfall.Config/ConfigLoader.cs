using System.Text;
using Landfall.Config.Binding;
using Landfall.Config.Limits;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Tree;
using Landfall.Config.Validation;

namespace Landfall.Config;

/// <summary>Loads and validates a configuration file.</summary>
public static class ConfigLoader
{
    /// <summary>
    /// Reads a file, lays every environment over the defaults, and checks all of them. Bad content never throws: it
    /// becomes <see cref="LoadedConfig.Problems"/>.
    /// </summary>
    /// <param name="folderOrFile">The project's folder, or the file itself.</param>
    /// <param name="environmentVariable">Gives the value of an environment variable, or null when it is not set.</param>
    /// <returns>The configuration, or what is wrong with it.</returns>
    /// <exception cref="LandfallException">The folder holds no configuration file, or several, or what is recorded beside it is malformed.</exception>
    public static LoadedConfig Load(string folderOrFile, Func<string, string?> environmentVariable)
    {
        var file = Directory.Exists(folderOrFile) ? ConfigFile.Find(folderOrFile) : folderOrFile;
        var root = Path.GetDirectoryName(Path.GetFullPath(file)) ?? file;
        return Load(file, root, KnownFacts.Read(root), () => InputReader.Read(file), environmentVariable);
    }

    /// <summary>Checks what is to become a configuration file.</summary>
    /// <param name="yaml">The text.</param>
    /// <returns>What is wrong with it.</returns>
    public static IReadOnlyList<Problem> Check(string yaml) =>
        Load("landfall.yaml", "", null, () => Encoding.UTF8.GetBytes(yaml), _ => null).Problems;

    private static LoadedConfig Load(string file, string root, KnownFacts? facts, Func<byte[]> read, Func<string, string?> environmentVariable)
    {
        var problems = new ProblemList(file);
        AppConfig? config = null;
        try
        {
            var tree = DocumentReader.Read(file, read(), environmentVariable, problems);
            config = Bind(root, facts, tree, problems);
        }
        catch (LandfallException unusable) when (unusable.Details is Mark mark)
        {
            problems.Add(mark, unusable.Code, unusable.Message);
        }

        return new LoadedConfig(problems.HasErrors ? null : config, problems.Sorted(), file, root);
    }

    private static AppConfig Bind(string root, KnownFacts? facts, MapNode tree, ProblemList problems)
    {
        var document = new Binder(problems).Bind<DocumentModel>(tree);
        DocumentValidator.Validate(document, problems);
        var environments = new List<EnvironmentSettings>();
        var found = new List<(string Environment, ProblemList Problems)>();
        try
        {
            foreach (var (name, place, settings) in EnvironmentTrees.Of(tree, problems))
            {
                var own = problems.Fresh();
                found.Add((name, own));
                var bound = new Binder(own).Bind<SettingsModel>(settings);
                var quotas = bound.Region is null ? null : facts?.Of(bound.Account, bound.Region)?.Quotas;
                environments.Add(new EnvironmentSettings(
                    document.App ?? "", name, place, bound, !document.Knows("extend") || document.Extend is not null, quotas is null ? AccountQuotas.Unknown : new AccountQuotas(quotas)));
                Validators.Run(environments[^1], own);
            }
        }
        finally
        {
            problems.AddFrom(found);
        }

        PipelineValidator.Validate(document, environments, problems);
        var previews = PreviewValidator.Validate(document, environments, problems);
        CheckFileValidator.Validate(root, environments, problems);
        NameCollisions.Check(environments, problems);
        HostCollisions.Check([.. environments.Where(e => !(document.Environments.GetValueOrDefault(e.Name)?.IsUnreadable ?? false))], problems);
        return new AppConfig(root, document, environments, previews);
    }
}
