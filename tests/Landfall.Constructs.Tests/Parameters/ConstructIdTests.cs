using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Tests.Parameters;

public sealed class ConstructIdTests
{
    [Theory]
    [InlineData("orders", "Orders")]
    [InlineData("order-events/host", "OrderEventsHost")]
    [InlineData("ecr.api", "EcrApi")]
    [InlineData("a1", "A1")]
    public void From_Name_IsPascalCase(string name, string expected) => Assert.Equal(expected, ConstructId.From(name));

    [Fact]
    public void From_DigitAfterASeparator_DiffersFromTheNameWithoutOne() =>
        Assert.NotEqual(ConstructId.From("orders1"), ConstructId.From("orders-1"));
}
