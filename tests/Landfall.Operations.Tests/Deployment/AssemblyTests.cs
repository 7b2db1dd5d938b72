using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class AssemblyTests
{
    [Fact]
    public void Read_Stack_KnowsItsTagsRegionAndProtection()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manifest.json", """
            { "artifacts": {
                "a": { "type": "aws:cloudformation:stack", "environment": "aws://111111111111/us-east-1",
                       "properties": { "templateFile": "t.json", "tags": { "team": "shop" }, "terminationProtection": true } },
                "b": { "type": "aws:cloudformation:stack", "environment": "aws://unknown-account/unknown-region", "properties": { "templateFile": "t.json" } },
                "c": { "type": "aws:cloudformation:stack", "dependencies": ["a", "b"], "properties": { "templateFile": "t.json" } } } }
            """);
        folder.Write("t.json", "{}");

        var stacks = Assembly.Read(folder.Path).Stacks;

        Assert.Equal(["a", "b", "c"], stacks.Select(s => s.Id));
        Assert.Equal([KeyValuePair.Create("team", "shop")], stacks[0].Tags);
        Assert.Empty(stacks[1].Tags);
        Assert.Equal(["us-east-1", null, null], stacks.Select(s => s.Region));
        Assert.Equal([true, false, false], stacks.Select(s => s.TerminationProtection));
        Assert.Equal(["a", "b"], stacks[2].Dependencies);
        Assert.Empty(stacks[0].Dependencies);
    }

    [Fact]
    public void Read_StacksThatDependOnSeveral_VisitsThemByName()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manifest.json", """
            { "artifacts": {
                "a": { "type": "aws:cloudformation:stack", "dependencies": ["z", "y"], "properties": { "templateFile": "t.json" } },
                "z": { "type": "aws:cloudformation:stack", "properties": { "templateFile": "t.json" } },
                "y": { "type": "aws:cloudformation:stack", "properties": { "templateFile": "t.json" } },
                "b": { "type": "aws:cloudformation:stack", "properties": { "templateFile": "t.json" } } } }
            """);
        folder.Write("t.json", "{}");

        Assert.Equal(["y", "z", "a", "b"], Assembly.Read(folder.Path).Stacks.Select(s => s.Id));
    }

    [Fact]
    public void Read_Manifest_OrdersStacksByDependency()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manifest.json", """
            { "artifacts": {
                "a": { "type": "aws:cloudformation:stack", "dependencies": ["z", "a.assets"], "properties": { "templateFile": "a.json" } },
                "a.assets": { "type": "cdk:asset-manifest", "properties": {} },
                "z": { "type": "aws:cloudformation:stack", "properties": { "templateFile": "z.json", "stackName": "shop-dev-z" } } } }
            """);
        folder.Write("a.json", """{ "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""");
        folder.Write("z.json", "{}");

        var assembly = Assembly.Read(folder.Path);

        Assert.Equal(["shop-dev-z", "a"], assembly.Stacks.Select(s => s.Name));
        Assert.Equal(["AWS::SQS::Queue"], assembly.Stacks[1].ResourceTypes);
    }

    [Theory]
    [InlineData("\"aws://111111111111/us-east-1\"", "us-east-1")]
    [InlineData("\"aws://unknown-account/unknown-region\"", null)]
    [InlineData("null", null)]
    public void Read_Environment_GivesTheStacksRegion(string environment, string? region)
    {
        using var folder = new TemporaryFolder();
        folder.Write("manifest.json", $$"""{ "artifacts": { "a": { "type": "aws:cloudformation:stack", "environment": {{environment}}, "properties": { "templateFile": "a.json" } } } }""");
        folder.Write("a.json", "{}");

        Assert.Equal(region, Assembly.Read(folder.Path).Stacks.Single().Region);
    }
}
