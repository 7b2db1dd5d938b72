namespace Landfall.Config.Tests.Golden;

/// <summary>Files with expected text. With <c>LANDFALL_UPDATE_GOLDEN=1</c> they are written in place of compared.</summary>
internal static class GoldenFile
{
    /// <summary>The repository's root: the nearest folder above the tests with the solution.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The path of a file beside this class.</summary>
    public static string PathOf(string name) => Path.Combine(Repository, "tests/Landfall.Config.Tests/Golden", name);

    /// <summary>Compares text with a file's.</summary>
    public static void Verify(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("LANDFALL_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"{path} is missing; run the tests with LANDFALL_UPDATE_GOLDEN=1 to write it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Landfall.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests are not inside the repository.");
        }

        return folder.FullName;
    }
}
