using System.Diagnostics;

namespace Landfall.Architecture.Tests;

/// <summary>The house's rules for code are the compiler's: a project that breaks them does not build.</summary>
public sealed class BuildRulesTests
{
    private const string Broken = """
        namespace Probe;

        /// <summary>Breaks one rule in each member.</summary>
        public sealed class Broken
        {
            private readonly int count = 3;

            /// <summary>A banned clock.</summary>
            public static long Now() => System.DateTime.UtcNow.Ticks;

            /// <summary>A banned shell string.</summary>
            public static void Shell() => System.Diagnostics.Process.Start("ls -l");

            /// <summary>A banned console.</summary>
            public static void Talk() => System.Console.WriteLine("here");

            /// <summary>A body of two lines without braces.</summary>
            public int Sum()
            {
                var sum = 0;
                for (var i = 0; i < count; i++)
                    if (i % 2 == 0)
                        sum += i;
                return sum;
            }

            /// <summary>A method in lower case.</summary>
            public static int lower() => 1;
        }

        """;

    [Theory]
    [InlineData("RS0030", "DateTime.UtcNow")]
    [InlineData("RS0030", "Process.Start(string)")]
    [InlineData("RS0030", "Console")]
    [InlineData("IDE0011", "for")]
    [InlineData("IDE1006", "Missing prefix: '_'")]
    [InlineData("IDE1006", "lower")]
    public void Build_OfCodeThatBreaksARule_Fails(string code, string what)
    {
        var (exitCode, output) = Build.Value;

        Assert.NotEqual(0, exitCode);
        Assert.Contains(output.Split('\n'), line => line.Contains($": error {code}: ", StringComparison.Ordinal) && line.Contains(what, StringComparison.Ordinal));
    }

    private static readonly Lazy<(int ExitCode, string Output)> Build = new(BuildBroken);

    private static (int ExitCode, string Output) BuildBroken()
    {
        using var folder = new TemporaryFolder();
        foreach (var shared in new[] { "Directory.Build.props", "Directory.Packages.props", ".editorconfig", "src/BannedSymbols.txt" })
        {
            var copy = Path.Combine(folder.Path, shared);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(GoldenFile.Repository, shared), copy);
        }

        var project = Directory.CreateDirectory(Path.Combine(folder.Path, "src", "Probe")).FullName;
        File.WriteAllText(Path.Combine(project, "Probe.csproj"), """<Project Sdk="Microsoft.NET.Sdk" />""");
        File.WriteAllText(Path.Combine(project, "Broken.cs"), Broken);

        // Build servers would outlive the test.
        var start = new ProcessStartInfo("dotnet", ["build", project, "-v", "quiet", "-nologo", "-tl:off", "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        {
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return (build.ExitCode, output);
    }
}
