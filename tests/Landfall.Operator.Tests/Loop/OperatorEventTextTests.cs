using Landfall.Operator.Loop;

namespace Landfall.Operator.Tests.Loop;

public sealed class OperatorEventTextTests
{
    [Theory]
    [InlineData(1, "once")]
    [InlineData(2, "twice")]
    [InlineData(3, "3 times")]
    public void Times_Count_IsSaidAsPeopleSayIt(int count, string words) => Assert.Equal(words, OperatorEventText.Times(count));

    [Theory]
    [InlineData(0, "0 seconds")]
    [InlineData(1, "1 second")]
    [InlineData(60, "60 seconds")]
    [InlineData(90, "2 minutes")]
    [InlineData(600, "10 minutes")]
    [InlineData(5400, "2 hours")]
    [InlineData(200_000, "2 days")]
    public void Span_Time_IsRoundedToOneUnit(int seconds, string words) => Assert.Equal(words, OperatorEventText.Span(TimeSpan.FromSeconds(seconds)));
}
