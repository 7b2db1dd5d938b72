using Landfall.Config.Loading;
using Landfall.Config.Model;
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
    /// <exception cref="LandfallException">The folder holds no configuration file, or several.</exception>
    public static LoadedConfig Load(string folderOrFile, Func<string, string?> environmentVariable)
    {
        var file = Directory.Exists(folderOrFile) ? ConfigFile.Find(folderOrFile) : folderOrFile;
        var root = Path.GetDirectoryName(Path.GetFullPath(file)) ?? file;
        var problems = new ProblemList(file);
        AppConfig? config = null;
        try
        {
            var bytes = InputReader.Read(file);
            var tree = DocumentReader.Read(file, bytes, environmentVariable, problems);
            config = Bind(tree, problems);
        }
        catch (UnusableInputException unusable)
        {
            problems.Add(unusable.Mark, unusable.Code, unusable.Message);
        }

        return new LoadedConfig(problems.HasErrors ? null : config, problems.Sorted(), file, root);
    }

    private static AppConfig Bind(Tree.MapNode tree, ProblemList problems)
    {
        var binder = new Binding.Binder(problems);
        var document = binder.Bind<DocumentModel>(tree);
        var environments = EnvironmentTrees.Of(tree)
            .Select(pair => new EnvironmentSettings(document.App ?? "", pair.Name, pair.Place, binder.Bind<SettingsModel>(pair.Tree)))
            .ToList();
        Validators.Run(document, environments, problems);
        return new AppConfig(document, environments);
    }
}
