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
    public void Generator_SameCfnLint_GivesTheCommittedTable() => GeneratedTable.Verify("property-table.py");
}
