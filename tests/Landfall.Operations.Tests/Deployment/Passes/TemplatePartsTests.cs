using System.Text.Json.Nodes;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class TemplatePartsTests
{
    [Theory]
    [InlineData("""{ "Ref": "Queue" }""", "Queue")]
    [InlineData("""{ "Fn::GetAtt": ["Queue", "Arn"] }""", "Queue")]
    [InlineData("""{ "Fn::GetAtt": "Queue.Arn" }""", "Queue")]
    [InlineData("""{ "Fn::GetAtt": [] }""", "")]
    [InlineData("""{ "Fn::Sub": "arn:${AWS::Partition}:sqs:${Queue.Arn}/${!Literal}" }""", "AWS::Partition Queue")]
    [InlineData("""{ "Fn::Sub": ["${Queue}-${Own}", { "Own": { "Ref": "Topic" } }] }""", "Queue Own Topic")]
    [InlineData("""{ "Fn::Sub": [] }""", "")]
    [InlineData("""{ "Fn::Join": ["", [{ "Ref": "One" }, { "Nested": [{ "Ref": "Two" }] }]] }""", "One Two")]
    [InlineData("""{ "Text": "Ref" }""", "")]
    [InlineData("null", "")]
    public void References_Value_AreAllThatItNames(string value, string expected) =>
        Assert.Equal(expected, string.Join(' ', TemplateParts.References(JsonNode.Parse(value))));

    [Theory]
    [InlineData("\"shop-dev-files\"", "shop-dev-files")]
    [InlineData("""{ "Fn::Join": ["", ["arn:", { "Ref": "AWS::Partition" }, ":s3:::shop-dev-files", "/*"]] }""", ":s3:::shop-dev-files")]
    [InlineData("""{ "Fn::Join": ["", [{ "Ref": "Name" }]] }""", null)]
    [InlineData("""{ "Ref": "Name" }""", null)]
    [InlineData("12", null)]
    [InlineData("null", null)]
    public void Literal_Value_IsTheLongestPieceThatIsWrittenOut(string value, string? expected) =>
        Assert.Equal(expected, TemplateParts.Literal(JsonNode.Parse(value)));

    [Fact]
    public void OfType_Template_FindsResourcesOfTheTypeAlone()
    {
        var template = JsonNode.Parse("""{ "Resources": { "A": { "Type": "AWS::SQS::Queue" }, "B": { "Type": "AWS::SNS::Topic" }, "C": "none" } }""")!.AsObject();

        Assert.Equal(["A"], template.OfType("AWS::SQS::Queue").Select(r => r.Id));
        Assert.Equal(["A", "B"], template.Section("Resources").Select(r => r.Id));
        Assert.Empty(template.Section("Outputs"));
    }
}
