using Landfall.Config;

namespace Landfall.Operator.Playbooks;

/// <summary>The playbooks of a project: those that Landfall comes with, and those of its own, which may take the place of one by its name.</summary>
/// <param name="All">Those that are sound, by name.</param>
/// <param name="Problems">What is wrong with others.</param>
internal sealed record PlaybookShelf(IReadOnlyList<Playbook> All, IReadOnlyList<PlaybookProblem> Problems)
{
    /// <summary>The folder of a project's own playbooks.</summary>
    public const string Folder = "playbooks";

    private const string Shipped = "Landfall.Operator.Playbooks.";

    /// <summary>Reads them.</summary>
    /// <param name="root">The project's folder; null for those alone that Landfall comes with.</param>
    /// <returns>The playbooks.</returns>
    public static PlaybookShelf Read(string? root)
    {
        var assembly = typeof(PlaybookShelf).Assembly;
        var texts = new SortedDictionary<string, (string File, string Text)>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Shipped, StringComparison.Ordinal) && name.EndsWith(Playbook.Extension, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            texts[resource[Shipped.Length..^Playbook.Extension.Length]] = ("shipped", reader.ReadToEnd());
        }

        var own = root is null ? null : Path.Combine(root, Folder);
        if (own is not null && Directory.Exists(own))
        {
            foreach (var path in Directory.EnumerateFiles(own, "*" + Playbook.Extension))
                texts[Path.GetFileName(path)[..^Playbook.Extension.Length]] = ($"{Folder}/{Path.GetFileName(path)}", File.ReadAllText(path));
        }

        return Of(texts.Select(one => (one.Key, one.Value.File, one.Value.Text)));
    }

    /// <summary>Reads one file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>It alone.</returns>
    public static PlaybookShelf ReadFile(string path) =>
        path.EndsWith(Playbook.Extension, StringComparison.Ordinal) && File.Exists(path)
            ? Of([(Path.GetFileName(path)[..^Playbook.Extension.Length], path, File.ReadAllText(path))])
            : throw new LandfallException(ErrorCodes.PlaybookUnknown, $"'{path}' is no playbook: there is no such file, or its name does not end with '{Playbook.Extension}'.");

    /// <summary>Finds a playbook.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The playbook.</returns>
    /// <exception cref="LandfallException">There is none of that name.</exception>
    public Playbook Find(string name) => All.FirstOrDefault(one => one.Name == name)
        ?? throw new LandfallException(ErrorCodes.PlaybookUnknown, $"There is no playbook '{name}'. There are: {string.Join(", ", All.Select(one => one.Name))}. Own ones are in the folder '{Folder}' beside the file.");

    /// <summary>Refuses to go on with playbooks that are not sound.</summary>
    /// <exception cref="LandfallException">One is not.</exception>
    public void RequireSound()
    {
        if (Problems.Count > 0)
            throw new LandfallException(ErrorCodes.PlaybookInvalid, $"A playbook is not sound, so that the operator does not begin:\n{string.Join('\n', Problems.Select(problem => $"  {problem}"))}\n'landfall playbook test' checks them.");
    }

    private static PlaybookShelf Of(IEnumerable<(string Name, string File, string Text)> texts)
    {
        var (sound, problems) = (new List<Playbook>(), new List<PlaybookProblem>());
        foreach (var (name, file, text) in texts)
        {
            var (playbook, found) = PlaybookParser.Read(name, file, text);
            IReadOnlyList<PlaybookProblem> wrong = playbook is null ? found : PlaybookCheck.Of(playbook);
            problems.AddRange(wrong);
            if (wrong.Count == 0)
                sound.Add(playbook!);
        }

        return new PlaybookShelf(sound, problems);
    }
}
