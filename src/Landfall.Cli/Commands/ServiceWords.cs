using System.CommandLine;
using Landfall.Config;
using Landfall.Config.Loading;

namespace Landfall.Cli.Commands;

/// <summary>
/// The words of a command that takes any number of services and then a folder: <c>landfall status api worker ./shop</c>. No
/// service's name has a slash or begins with a dot, so a word that does is the folder.
/// </summary>
internal sealed class ServiceWords
{
    public ServiceWords(string name = "services")
    {
        Services = new Argument<string[]>(name) { Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
        Services.Validators.Add(result =>
        {
            var words = result.Tokens.Select(token => token.Value).ToList();
            if (words.Find(word => word.StartsWith('-')) is { } option)
                result.AddError($"'{option}' is not an option of this command.");
            else if (words.Count(IsFolder) > 1)
                result.AddError($"'{words.Last(IsFolder)}' is a second folder: one command looks at one project.");
        });
    }

    /// <summary>The services; a folder that is given stands among them.</summary>
    public Argument<string[]> Services { get; }

    /// <summary>The folder, for help and completion.</summary>
    public Argument<string> Folder { get; } = SharedOptions.Folder();

    /// <summary>Reads the words.</summary>
    /// <param name="line">The command line.</param>
    /// <returns>The folder and the services.</returns>
    /// <exception cref="LandfallException">There is no project here, and one in a folder that was named as services are.</exception>
    public (string Folder, IReadOnlyList<string> Services) Read(ParseResult line)
    {
        var words = line.GetValue(Services)!;
        if (!words.Any(IsFolder) && line.GetValue(Folder) == "." && Array.Find(words, IsProject) is { } meant && !IsProject(".") && ConfigFile.FindAbove(".") is null)
            throw new LandfallException(ErrorCodes.FileMissing, $"There is no project in this folder, and '{meant}' stands where services are named. A folder is written with a slash: './{meant}'.");
        return (words.FirstOrDefault(IsFolder) ?? line.GetValue(Folder)!, [.. words.Where(word => !IsFolder(word))]);
    }

    private static bool IsProject(string folder) => ConfigFile.Names.Any(name => File.Exists(Path.Combine(folder, name)));

    /// <summary>Tells whether a word is written as a folder.</summary>
    internal static bool IsFolder(string word) => word.StartsWith('.') || word.Contains('/', StringComparison.Ordinal) || word.Contains('\\', StringComparison.Ordinal);
}
