namespace Landfall.Operations.Tests.Changes.Rules;

public class MessageRulesTests
{
    [Theory]
    [InlineData("""{"MessageRetentionPeriod":1209600}""", """{"MessageRetentionPeriod":3600}""", "losesData!")]
    [InlineData("""{"MessageRetentionPeriod":1209600}""", """{}""", "losesData!")]
    [InlineData("""{}""", """{"MessageRetentionPeriod":1209600}""", "")]
    [InlineData("""{"RedrivePolicy":{"maxReceiveCount":5}}""", """{}""", "losesData?!")]
    [InlineData("""{"RedrivePolicy":{"maxReceiveCount":5}}""", """{"RedrivePolicy":{"maxReceiveCount":3}}""", "")]
    [InlineData("""{"VisibilityTimeout":60}""", """{"VisibilityTimeout":30}""", "interrupts?!")]
    [InlineData("""{"VisibilityTimeout":60}""", """{}""", "interrupts?!")]
    [InlineData("""{"VisibilityTimeout":30}""", """{"VisibilityTimeout":60}""", "")]
    [InlineData("""{"VisibilityTimeout":30}""", """{}""", "")]
    [InlineData("""{}""", """{"MaximumMessageSize":1024}""", "interrupts?!")]
    public void Change_Property_HasItsEffects(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change("AWS::SQS::Queue", before, after)));

    [Theory]
    [InlineData("""{"Subscription":[{"Endpoint":"ops@example.com"}]}""", """{}""", "interrupts!")]
    [InlineData("""{"Subscription":[{"Endpoint":"ops@example.com"}]}""", """{"Subscription":[{"Endpoint":"dev@example.com"}]}""", "interrupts!")]
    [InlineData("""{"Subscription":[{"Endpoint":"ops@example.com"}]}""", """{"Subscription":[{"Endpoint":"ops@example.com"},{"Endpoint":"dev@example.com"}]}""", "")]
    public void Change_Topic_InterruptsWhoHearsNothingAnyMore(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change("AWS::SNS::Topic", before, after)));
}
