namespace Landfall.Evaluation.Tests;

/// <summary>Finds the repository and, beside it, the public data, which is not part of it.</summary>
internal static class PublicData
{
    /// <summary>The folder with <c>Landfall.slnx</c>.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The folder of a data set; skips the test where it is absent.</summary>
    public static string Folder(string evaluation)
    {
        var folder = Path.GetFullPath(Path.Combine(Repository, "..", "shared", "data", evaluation));
        Assert.SkipUnless(Directory.Exists(folder), $"The public data is not at '{folder}'; docs/accuracy.md says where to get it.");
        return folder;
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Landfall.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Landfall.slnx above {AppContext.BaseDirectory}.");
    }
}
