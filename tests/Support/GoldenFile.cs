namespace Landfall.Tests;

/// <summary>Files with expected text. With <c>LANDFALL_UPDATE_GOLDEN=1</c> they are written in place of compared.</summary>
internal static class GoldenFile
{
    /// <summary>The repository's root: the nearest folder above the tests with the solution.</summary>
    public static string Repository { get; } = Find();

    /// <summary>Compares text with a file's.</summary>
    public static void Verify(string path, string actual)
    {
        var file = Path.Combine(Repository, path);
        if (Environment.GetEnvironmentVariable("LANDFALL_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }

        Assert.True(File.Exists(file), $"{path} is missing; run the tests with LANDFALL_UPDATE_GOLDEN=1 to write it.");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Landfall.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        return folder;
    }
}
