using System.Reflection;
using System.Runtime.CompilerServices;

namespace Landfall.Architecture.Tests;

public sealed class HouseRulesTests
{
    private static readonly string[] Cdk = ["Amazon.CDK", "Amazon.JSII", "Constructs", "Cdklabs"];

    [Theory]
    [InlineData("Landfall.Checks", "")]
    [InlineData("Landfall.Hooks", "Landfall.Checks")]
    [InlineData("Landfall.Config", "Landfall.Checks")]
    [InlineData("Landfall.AIOps", "")]
    [InlineData("Landfall.Kubernetes", "Landfall.AIOps")]
    [InlineData("Landfall.Aws", "")]
    [InlineData("Landfall.Constructs", "Landfall.Checks Landfall.Config")]
    [InlineData("Landfall.Operations", "Landfall.Checks Landfall.Config Landfall.Aws Landfall.AIOps Landfall.Kubernetes")]
    [InlineData("Landfall.Operator", "Landfall.Config Landfall.Aws Landfall.AIOps Landfall.Operations")]
    [InlineData("Landfall.Mcp", "Landfall.Config Landfall.Operations")]
    [InlineData("landfall", "Landfall.Config Landfall.Aws Landfall.AIOps Landfall.Operations Landfall.Operator Landfall.Mcp")]
    public void Project_References_OnlyWhatTheDesignAllows(string name, string allowed)
    {
        var ours = References(name).Where(r => r.StartsWith("Landfall.", StringComparison.Ordinal));

        Assert.Empty(ours.Except(allowed.Split(' ')));
    }

    [Theory]
    [InlineData("Landfall.Checks")]
    [InlineData("Landfall.Hooks")]
    [InlineData("Landfall.Config")]
    [InlineData("Landfall.AIOps")]
    [InlineData("Landfall.Kubernetes")]
    [InlineData("Landfall.Aws")]
    [InlineData("Landfall.Operations")]
    [InlineData("Landfall.Operator")]
    [InlineData("Landfall.Mcp")]
    [InlineData("landfall")]
    public void Project_OutsideTheConstructs_NeverReferencesTheCdk(string name) =>
        Assert.DoesNotContain(References(name), r => Cdk.Any(c => r.StartsWith(c, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Landfall.Checks")]
    [InlineData("Landfall.Hooks")]
    [InlineData("Landfall.Config")]
    [InlineData("Landfall.AIOps")]
    [InlineData("Landfall.Kubernetes")]
    [InlineData("Landfall.Constructs")]
    [InlineData("Landfall.Operator")]
    [InlineData("Landfall.Mcp")]
    [InlineData("landfall")]
    public void Project_OutsideTheAwsClients_NeverReferencesTheAwsSdk(string name) =>
        Assert.DoesNotContain(References(name), r => r.StartsWith("AWSSDK", StringComparison.Ordinal));

    // What hosts the protocol over HTTP comes with ASP.NET, which no command loads.
    [Theory]
    [InlineData("Landfall.Operator")]
    [InlineData("Landfall.Mcp")]
    [InlineData("landfall")]
    public void Project_OfACommand_NeverReferencesAspNet(string name) =>
        Assert.DoesNotContain(References(name), r => r.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || r.StartsWith("Orleans", StringComparison.Ordinal) || r == "ModelContextProtocol.AspNetCore");

    [Fact]
    public void CommandLine_Types_AreInternalAndSealed()
    {
        var open = Assembly.Load("landfall").GetTypes()
            .Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !t.IsNested && t.IsClass)
            .Where(t => t.Namespace?.StartsWith("Landfall", StringComparison.Ordinal) == true)
            .Where(t => t.IsPublic || !t.IsSealed);

        Assert.Empty(open);
    }

    [Theory]
    [InlineData("Landfall.Checks")]
    [InlineData("Landfall.Hooks")]
    [InlineData("Landfall.Config")]
    [InlineData("Landfall.AIOps")]
    [InlineData("Landfall.Kubernetes")]
    [InlineData("Landfall.Aws")]
    [InlineData("Landfall.Constructs")]
    [InlineData("Landfall.Operations")]
    [InlineData("Landfall.Operator")]
    [InlineData("Landfall.Mcp")]
    [InlineData("landfall")]
    public void Namespace_Names_SayWhatIsInThem(string name)
    {
        string[] empty = ["Common", "Helpers", "Utils", "Managers"];

        var namespaces = Assembly.Load(name).GetTypes().Select(t => t.Namespace ?? "").Distinct();

        Assert.DoesNotContain(namespaces, n => n.Split('.').Intersect(empty).Any());
    }

    [Fact]
    public void SourceFiles_AreShort()
    {
        var files = Sources("src");

        Assert.NotEmpty(files);
        // The list of error codes grows by two lines with each of them, and is never read from top to bottom.
        Assert.DoesNotContain(files, f => File.ReadLines(f).Count() > 400 && Path.GetFileName(f) != "ErrorCodes.cs");
    }

    // As 'dotnet format' sorts them, which would have to compile everything to say so.
    [Fact]
    public void Usings_OfEveryFile_AreSorted()
    {
        var unsorted = Sources("src").Concat(Sources("tests")).Concat(Sources("bench")).Where(f =>
        {
            var usings = File.ReadLines(f).TakeWhile(line => !line.StartsWith("namespace ", StringComparison.Ordinal))
                .Where(line => line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('=') && !line.StartsWith("using static ", StringComparison.Ordinal))
                .Select(line => line["using ".Length..].TrimEnd(';')).ToList();
            return !usings.SequenceEqual(usings.OrderBy(name => name == "System" || name.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1).ThenBy(name => name, StringComparer.OrdinalIgnoreCase));
        });

        Assert.Empty(unsorted);
    }

    private static List<string> Sources(string folder)
    {
        string[] generated = ["bin", "obj"];
        return [.. Directory.EnumerateFiles(Path.Combine(GoldenFile.Repository, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Intersect(generated).Any())];
    }

    private static IEnumerable<string> References(string name) =>
        Assembly.Load(name).GetReferencedAssemblies().Select(r => r.Name!);
}
