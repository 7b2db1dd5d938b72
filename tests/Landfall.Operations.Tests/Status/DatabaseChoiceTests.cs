using Landfall.Operations.Status;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Status;

public sealed class DatabaseChoiceTests
{
    [Theory]
    [InlineData("ledger", "orders")] // the file's name
    [InlineData("orders", "orders")] // AWS's, from before it was renamed
    [InlineData("other", null)]
    public void Find_RenamedDatabase_IsFoundByBothNames(string name, string? expected) =>
        Assert.Equal(expected, DatabaseChoice.Find(PlainPlan.Create(more: "databases: { ledger: { engine: aurora-postgresql, was: orders } }"), name)?.Name);
}
