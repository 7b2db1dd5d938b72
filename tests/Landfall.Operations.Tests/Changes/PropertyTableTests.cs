using System.Diagnostics;
using System.Text.Json;
using Landfall.Operations.Changes;

namespace Landfall.Operations.Tests.Changes;

public class PropertyTableTests
{
    [Fact]
    public void Of_Queue_HasNameAndFifoAsCreateOnly()
    {
        var queue = PropertyTable.Of("AWS::SQS::Queue")!;

        Assert.Equal(["FifoQueue", "QueueName"], queue.CreateOnly);
        Assert.Equal(["QueueUrl"], queue.PrimaryIdentifier);
    }

    [Fact]
    public void Of_Table_HasKeyAsConditional() =>
        Assert.Equal(["KeySchema"], PropertyTable.Of("AWS::DynamoDB::Table")!.ConditionalCreateOnly);

    [Fact]
    public void Of_UnknownType_IsNull() => Assert.Null(PropertyTable.Of("Acme::Thing::Type"));

    [Fact]
    public void Of_EveryTypeOfTheGoldenTemplates_IsKnown()
    {
        var types = Directory.EnumerateFiles(Path.Combine(GoldenFile.Repository, "tests/Landfall.Constructs.Tests/Golden"), "*.json", SearchOption.AllDirectories)
            .SelectMany(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement.TryGetProperty("Resources", out var r) ? r.EnumerateObject().ToList() : [])
            .Select(r => r.Value.GetProperty("Type").GetString()!)
            .Where(t => t.StartsWith("AWS::", StringComparison.Ordinal)).Distinct().ToList();

        Assert.NotEmpty(types);
        Assert.DoesNotContain(types, t => PropertyTable.Of(t) is null);
    }

    [Fact]
    public void Generator_SameCfnLint_GivesTheCommittedTable()
    {
        var python = Environment.GetEnvironmentVariable("LANDFALL_PYTHON") ?? "python3";
        var pinned = File.ReadLines(Path.Combine(GoldenFile.Repository, "eng/python-requirements.txt"))
            .Single(l => l.StartsWith("cfn-lint==", StringComparison.Ordinal))["cfn-lint==".Length..];
        var present = Run(python, "-c", "from cfnlint.version import __version__; print(__version__)");
        Assert.SkipUnless(present.Output.Trim() == pinned, $"This machine's python has no cfn-lint {pinned}.");

        var check = Run(python, Path.Combine(GoldenFile.Repository, "eng/property-table.py"), "--check");

        Assert.True(check.ExitCode == 0, check.Output);
    }

    private static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error.Result.Length > 0 && process.ExitCode != 0 ? output + error.Result : output);
    }
}
