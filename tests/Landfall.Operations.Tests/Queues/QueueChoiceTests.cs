using Landfall.Config;
using Landfall.Operations.Queues;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Queues;

public sealed class QueueChoiceTests
{
    [Fact]
    public void Of_NameInTheFile_IsThatQueue() =>
        Assert.Equal("b", QueueChoice.Of(PlainPlan.Create(more: "queues: { a: {}, b: {} }"), "b").Name);

    [Theory]
    [InlineData("queues: { b: {}, a: {} }", "'c' is no queue of 'dev'. It has a, b.")]
    [InlineData("", "'c' is no queue of 'dev'. It has none.")]
    public void Of_OtherName_SaysWhichThereAre(string queues, string message) =>
        Assert.Equal(message, Assert.Throws<LandfallException>(() => QueueChoice.Of(PlainPlan.Create(more: queues), "c")).Message);
}
