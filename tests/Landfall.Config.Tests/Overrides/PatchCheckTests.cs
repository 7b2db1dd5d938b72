using System.Text.Json.Nodes;
using Landfall.Config.Overrides;
using Landfall.Config.Regions;

namespace Landfall.Config.Tests.Overrides;

public class PatchCheckTests
{
    private const string TargetGroup = "AWS::ElasticLoadBalancingV2::TargetGroup";

    [Theory]
    [InlineData(TargetGroup, "Properties.HealthCheckIntervalSeconds", "30")]
    [InlineData(TargetGroup, "Properties.HealthCheckIntervalSeconds", "\"30\"")]
    [InlineData(TargetGroup, "Properties.HealthCheckEnabled", "\"true\"")]
    [InlineData(TargetGroup, "Properties.HealthCheckPort", "8080")]
    [InlineData(TargetGroup, "Properties.Matcher.HttpCode", "200")]
    [InlineData(TargetGroup, "Properties.Matcher", """{ "HttpCode": "200-299" }""")]
    [InlineData(TargetGroup, "Properties.Tags.0.Value", "\"x\"")]
    [InlineData(TargetGroup, "Properties.Tags.0", "null")]
    [InlineData(TargetGroup, "Properties.VpcId", """{ "Fn::ImportValue": "vpc" }""")]
    [InlineData(TargetGroup, "Properties.VpcId.Fn::ImportValue", "\"vpc\"")]
    [InlineData(TargetGroup, "Metadata.anything.at.all", "1")]
    [InlineData(TargetGroup, "DeletionPolicy", "\"RetainExceptOnCreate\"")]
    [InlineData(TargetGroup, "UpdateReplacePolicy", "null")]
    [InlineData("AWS::IAM::Role", "Properties.AssumeRolePolicyDocument.Version", "\"2012-10-17\"")]
    [InlineData("AWS::ECS::TaskDefinition", "Properties.ContainerDefinitions.0.DockerLabels.team\\.name", "\"shop\"")]
    [InlineData("AWS::WAFv2::WebACL", "Properties.Rules.0.Statement.NotStatement.Statement.GeoMatchStatement.CountryCodes", """["DE"]""")]
    [InlineData("Acme::Thing::Type", "Properties.Anything", "1")]
    public void Faults_WhatCloudFormationTakes_AreNone(string type, string property, string value) =>
        Assert.Empty(PatchCheck.Faults(type, property, JsonNode.Parse(value), RegionTable.Of("eu-west-1")));

    [Theory]
    [InlineData(TargetGroup, "Properties.HealthChekPath", "Did you mean 'Properties.HealthCheckPath'?")]
    [InlineData(TargetGroup, "Properties.Matcher.HttpCodes", "Did you mean 'Properties.Matcher.HttpCode'?")]
    [InlineData(TargetGroup, "Properties.Matcher.Zebra", "Matcher of AWS::ElasticLoadBalancingV2::TargetGroup has no property 'Zebra'. It has: GrpcCode, HttpCode.")]
    [InlineData(TargetGroup, "Properties.Tags.first", "is a list: 'first' is not the number of an item")]
    [InlineData(TargetGroup, "Properties.Name.Prefix", "Name of AWS::ElasticLoadBalancingV2::TargetGroup is no list and has no properties")]
    [InlineData(TargetGroup, "Properties.TargetGroupArn", "AWS alone sets TargetGroupArn")]
    [InlineData("AWS::WAFv2::WebACL", "Properties.Rules.0.Statement.NotStatement.Statement.GeoMatch", "has no property 'GeoMatch'")]
    public void Faults_PropertyThatCannotBeSet_SaysWhy(string type, string property, string expected)
    {
        var fault = Assert.Single(PatchCheck.Faults(type, property, "x", null));

        Assert.Equal(ErrorCodes.OverrideProperty, fault.Code);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TargetGroup, "Properties.HealthCheckIntervalSeconds", "\"soon\"", "is 'soon', but CloudFormation takes a whole number")]
    [InlineData(TargetGroup, "Properties.HealthCheckIntervalSeconds", "2.5", "takes a whole number")]
    [InlineData(TargetGroup, "Properties.HealthCheckIntervalSeconds", "4", "is 4, but CloudFormation takes 5 to 300")]
    [InlineData(TargetGroup, "Properties.HealthCheckEnabled", "\"yes\"", "takes true or false")]
    [InlineData(TargetGroup, "Properties.Matcher", "\"200\"", "is '200', but CloudFormation takes a mapping")]
    [InlineData(TargetGroup, "Properties.Matcher", """{ "HttpCodes": "200" }""", "has 'HttpCodes', which CloudFormation does not know there. Did you mean 'HttpCode'?")]
    [InlineData(TargetGroup, "Properties.Tags", """{ "Key": "a" }""", "takes a list")]
    [InlineData(TargetGroup, "Properties.Tags", """[{ "Key": "a" }]""", "'Properties.Tags.0' lacks 'Value'")]
    [InlineData(TargetGroup, "Properties.Protocol", "\"HTPP\"", "Did you mean 'HTTP'?")]
    [InlineData(TargetGroup, "Properties", """{ "Port": 0 }""", "'Properties.Port' is 0, but CloudFormation takes 1 to 65535")]
    [InlineData(TargetGroup, "DeletionPolicy", "\"Keep\"", "none of Delete, Retain, RetainExceptOnCreate, Snapshot")]
    [InlineData(TargetGroup, "UpdateReplacePolicy", "\"RetainExceptOnCreate\"", "none of Delete, Retain, Snapshot")]
    [InlineData("AWS::SSM::Parameter", "Properties.Type", "null", "is needed in AWS::SSM::Parameter")]
    [InlineData("AWS::Logs::LogGroup", "Properties.RetentionInDays", "31", "is '31', which CloudFormation does not know")]
    [InlineData("AWS::SNS::Topic", "Properties.TracingConfig", """["Active"]""", "is a list, but CloudFormation takes text")]
    public void Faults_ValueThatCloudFormationRefuses_SaysWhatItTakes(string type, string property, string value, string expected)
    {
        var fault = Assert.Single(PatchCheck.Faults(type, property, JsonNode.Parse(value), null));

        Assert.Equal(ErrorCodes.OverrideValue, fault.Code);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_PropertyThatTheRegionLacks_NamesTheRegion()
    {
        var region = RegionTable.Names.Select(RegionTable.Of).First(region => region.MissingProperties.Any(property => !property.Contains('*', StringComparison.Ordinal)));
        var (type, path) = region.MissingProperties.Where(property => !property.Contains('*', StringComparison.Ordinal)).Select(property => (property.Split('/')[0], property.Split('/', 2)[1])).First();

        var fault = Assert.Single(PatchCheck.Faults(type, $"Properties.{path.Replace('/', '.')}", JsonNode.Parse("{}"), region));

        Assert.Contains($"{region.Name} does not have {path}", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(PatchCheck.Faults(type, $"Properties.{path.Replace('/', '.')}", null, RegionTable.Of("us-east-1")), other => other.Code == ErrorCodes.OverrideProperty);
    }
}
