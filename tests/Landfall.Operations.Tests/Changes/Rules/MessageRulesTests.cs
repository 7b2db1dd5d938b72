namespace Landfall.Operations.Tests.Changes.Rules;

public class MessageRulesTests
{
    private const string Mails = """ "Mails": { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": "mails" } } """;
    private const string Mailer = """ "Mailer": { "Type": "AWS::IAM::Role", "Properties": { "Policies": [{ "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": ["sqs:ReceiveMessage", "sqs:DeleteMessage"], "Resource": { "Fn::GetAtt": ["Mails", "Arn"] } }] } }] } } """;
    private const string OtherReader = """ "Other": { "Type": "AWS::IAM::Role", "Properties": { "Policies": [{ "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "sqs:*", "Resource": "arn:aws:sqs:us-east-1:111122223333:mails" }] } }] } } """;
    private const string ReaderOfAnother = """ "Other": { "Type": "AWS::IAM::Role", "Properties": { "Policies": [{ "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:111122223333:mails" }, { "Effect": "Allow", "Action": "sqs:*", "Resource": "arn:aws:sqs:us-east-1:111122223333:emails" }] } }] } } """;

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
    [InlineData(Mails + "," + Mailer, Mails, "losesData?!")]
    [InlineData(Mails + "," + Mailer, Mails + "," + OtherReader, "")]
    [InlineData(Mails + "," + Mailer + "," + OtherReader, Mails + "," + OtherReader, "")]
    [InlineData(Mails + "," + Mailer, Mails + "," + ReaderOfAnother, "losesData?!")]
    public void Change_ServiceThatTookMessages_PerhapsLosesThemWhereNobodyElseDoes(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Lines(Judge.Find($"{{{before}}}", $"{{{after}}}")).Where(line => line == "losesData?!")));

    [Fact]
    public void Change_QueueThatGoesWithWhoReadIt_IsLostOnce() =>
        Assert.DoesNotContain(Judge.Find($"{{{Mails},{Mailer}}}", "{}").Effects, e => e.Text.StartsWith("Nobody takes", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"Subscription":[{"Endpoint":"ops@example.com"}]}""", """{}""", "interrupts!")]
    [InlineData("""{"Subscription":[{"Endpoint":"ops@example.com"}]}""", """{"Subscription":[{"Endpoint":"dev@example.com"}]}""", "interrupts!")]
    [InlineData("""{"Subscription":[{"Endpoint":"ops@example.com"}]}""", """{"Subscription":[{"Endpoint":"ops@example.com"},{"Endpoint":"dev@example.com"}]}""", "")]
    public void Change_Topic_InterruptsWhoHearsNothingAnyMore(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change("AWS::SNS::Topic", before, after)));
}
