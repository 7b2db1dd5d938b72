using Landfall.Operations.Changes;

namespace Landfall.Operations.Tests.Changes.Rules;

public class PermissionRulesTests
{
    private const string Read = """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::shop/*"}""";
    private const string All = """{"Effect":"Allow","Action":["s3:Get*","S3:PutObject"],"Resource":"arn:aws:s3:::*"}""";
    private const string Some = """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::shop/a/*"}""";
    private const string Conditional = """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::shop/*","Condition":{"StringEquals":{"aws:SourceAccount":"1"}}}""";
    private const string Wider = """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::shop/*","Condition":{"StringEquals":{"aws:SourceAccount":["1","2"]}}}""";
    private const string Deny = """{"Effect":"Deny","Action":"s3:DeleteObject","Resource":"*"}""";
    private const string NotAction = """{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}""";

    [Theory]
    [InlineData(Read, Read, "")]
    [InlineData(Read, Some, "")]
    [InlineData(Some, Read, "permissions!")]
    [InlineData(All, Read, "")]
    [InlineData(Read, All, "permissions!")]
    [InlineData(Read, Conditional, "")]
    [InlineData(Conditional, Read, "permissions!")]
    [InlineData(Conditional, Wider, "permissions!")]
    [InlineData(Wider, Conditional, "")]
    [InlineData(Read + "," + Deny, Read, "permissions!")]
    [InlineData(Read, Read + "," + Deny, "")]
    [InlineData(Read, NotAction, "permissions!")]
    [InlineData(NotAction, NotAction, "")]
    [InlineData(Some + "," + Read, Read + "," + Some, "")]
    public void Change_RolePolicy_WidensOrDoesNot(string before, string after, string expected)
    {
        static string Role(string statements) => $$$"""{"Policies":[{"PolicyName":"a","PolicyDocument":{"Statement":[{{{statements}}}]}}]}""";

        Assert.Equal(expected, string.Join(',', Judge.Change("AWS::IAM::Role", Role(before), Role(after))));
    }

    [Theory]
    [InlineData("""{"Service":"ecs.amazonaws.com"}""", """{"Service":["ecs.amazonaws.com","lambda.amazonaws.com"]}""", true)]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:root"}""", """{"AWS":"111122223333"}""", false)]
    [InlineData("""{"AWS":"111122223333"}""", "\"*\"", true)]
    [InlineData("\"*\"", """{"AWS":"111122223333"}""", false)]
    public void Change_Trust_WidensOrDoesNot(string before, string after, bool widens)
    {
        static string Role(string principal) => """{"AssumeRolePolicyDocument":{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":PRINCIPAL}}}""".Replace("PRINCIPAL", principal, StringComparison.Ordinal);

        Assert.Equal(widens ? ["permissions!"] : [], Judge.Change("AWS::IAM::Role", Role(before), Role(after)));
    }

    [Theory]
    [InlineData("AWS::S3::BucketPolicy", "PolicyDocument")]
    [InlineData("AWS::SQS::QueuePolicy", "PolicyDocument")]
    [InlineData("AWS::SNS::TopicPolicy", "PolicyDocument")]
    [InlineData("AWS::KMS::Key", "KeyPolicy")]
    [InlineData("AWS::SecretsManager::ResourcePolicy", "ResourcePolicy")]
    [InlineData("AWS::ECR::Repository", "RepositoryPolicyText")]
    [InlineData("AWS::EFS::FileSystem", "FileSystemPolicy")]
    [InlineData("AWS::EC2::VPCEndpoint", "PolicyDocument")]
    [InlineData("AWS::IAM::ManagedPolicy", "PolicyDocument")]
    public void Change_PolicyOfAnything_WidensOrDoesNot(string type, string property)
    {
        string With(string statement) => $$$"""{"{{{property}}}":{"Statement":[{{{statement}}}]}}""";

        Assert.Equal(["permissions!"], Judge.Change(type, With(Some), With(Read)));
        Assert.Empty(Judge.Change(type, With(Read), With(Some)));
    }

    [Fact]
    public void Change_PolicyIsText_IsReadToo() => Assert.Equal(
        ["permissions!"],
        Judge.Change("AWS::Logs::ResourcePolicy", """{"PolicyDocument":"{}"}""", """{"PolicyDocument":"{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"logs:*\",\"Resource\":\"*\"}]}"}"""));

    [Theory]
    [InlineData("AWS::IAM::Role", """{}""", """{"ManagedPolicyArns":["arn:aws:iam::aws:policy/AdministratorAccess"]}""", "permissions!")]
    [InlineData("AWS::IAM::Role", """{"PermissionsBoundary":"a"}""", """{}""", "permissions!")]
    [InlineData("AWS::IAM::Role", """{"ManagedPolicyArns":["a","b"]}""", """{"ManagedPolicyArns":["b"]}""", "")]
    [InlineData("AWS::Lambda::Permission", null, """{"Principal":"*","Action":"lambda:InvokeFunction","FunctionName":"f"}""", "permissions!")]
    [InlineData("AWS::Lambda::Url", """{"AuthType":"AWS_IAM"}""", """{"AuthType":"NONE"}""", "permissions!")]
    public void Change_Property_HasItsEffects(string type, string? before, string after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change(type, before, after)));

    [Fact]
    public void Change_NewRole_IsListedAndNoHarm() => Assert.Equal(
        ["permissions"],
        Judge.Change("AWS::IAM::Role", null, $$$"""{"Policies":[{"PolicyDocument":{"Statement":[{{{Read}}}]}}]}"""));

    [Fact]
    public void Change_PolicyOnARoleThatRuns_IsHarmAndSaysWhat()
    {
        const string Role = """{"Role":{"Type":"AWS::IAM::Role","Properties":{}}}""";
        const string Both = """{"Role":{"Type":"AWS::IAM::Role","Properties":{}},"Policy":{"Type":"AWS::IAM::Policy","Properties":{"PolicyName":"more","Roles":[{"Ref":"Role"}],"PolicyDocument":{"Statement":[""" + Read + """]}}}}""";

        var effect = Assert.Single(Judge.Find(Role, Both).Effects);

        Assert.True(effect.Harmful);
        Assert.Equal("The policy Policy allows: s3:GetObject on arn:aws:s3:::shop/*.", effect.Text);
    }

    [Fact]
    public void Change_StatementMovesFromThePolicyIntoTheRole_WidensNothing()
    {
        const string Apart = """{"Role":{"Type":"AWS::IAM::Role","Properties":{}},"Policy":{"Type":"AWS::IAM::Policy","Properties":{"Roles":[{"Ref":"Role"}],"PolicyDocument":{"Statement":[""" + Read + """]}}}}""";
        const string Inside = """{"Role":{"Type":"AWS::IAM::Role","Properties":{"Policies":[{"PolicyDocument":{"Statement":[""" + Read + """]}}]}}}""";

        Assert.DoesNotContain(Judge.Find(Apart, Inside).Effects, e => e.Kind == EffectKind.Permissions);
        Assert.DoesNotContain(Judge.Find(Inside, Apart).Effects, e => e.Kind == EffectKind.Permissions);
    }

    [Fact]
    public void Change_WhatARoleMayUseIsReplaced_WidensNothing()
    {
        const string Before = """{"Bucket":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":"one"}},"Role":{"Type":"AWS::IAM::Role","Properties":{"Policies":[{"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":{"Fn::GetAtt":["Bucket","Arn"]}}]}}]}}}""";

        var change = Judge.Find(Before, Before.Replace("\"one\"", "\"two\"", StringComparison.Ordinal));

        Assert.Equal(ResourceAction.Modify, change.Resource("Role").Action);
        Assert.DoesNotContain(change.Effects, e => e.Kind == EffectKind.Permissions);
    }

    [Fact]
    public void Change_PolicyThatOnlyDeniesGoesFromABucketThatStays_IsHarm()
    {
        const string Bucket = """{"Bucket":{"Type":"AWS::S3::Bucket"}}""";
        const string Both = """{"Bucket":{"Type":"AWS::S3::Bucket"},"Policy":{"Type":"AWS::S3::BucketPolicy","Properties":{"Bucket":{"Ref":"Bucket"},"PolicyDocument":{"Statement":[""" + Deny + """]}}}}""";

        Assert.Equal(["permissions!"], Judge.Lines(Judge.Find(Both, Bucket)));
        Assert.DoesNotContain("permissions!", Judge.Lines(Judge.Find(Both, "{}")));
    }
}
