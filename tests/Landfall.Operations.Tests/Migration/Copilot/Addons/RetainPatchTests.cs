using Landfall.Operations.Migration.Copilot.Addons;

namespace Landfall.Operations.Tests.Migration.Copilot.Addons;

public sealed class RetainPatchTests
{
    [Fact]
    public void Of_Stores_KeepsThemAndLeavesEveryOtherLine()
    {
        var patch = RetainPatch.Of("copilot/api/addons/store.yml", """
            Resources:
              # The books.
              Books:
                Metadata: { 'aws:copilot:description': 'A table' }
                Type: AWS::DynamoDB::Table # as Copilot writes it
                Properties:
                  TableName: !Sub ${App}-${Env}-books
              Access:
                Type: AWS::IAM::ManagedPolicy
              Covers:
                Type: AWS::S3::Bucket
            Outputs:
              Name: { Value: !Ref Books }
            """)!;

        Assert.Equal("""
            Resources:
              # The books.
              Books:
                DeletionPolicy: Retain
                UpdateReplacePolicy: Retain
                Metadata: { 'aws:copilot:description': 'A table' }
                Type: AWS::DynamoDB::Table # as Copilot writes it
                Properties:
                  TableName: !Sub ${App}-${Env}-books
              Access:
                Type: AWS::IAM::ManagedPolicy
              Covers:
                DeletionPolicy: Retain
                UpdateReplacePolicy: Retain
                Type: AWS::S3::Bucket
            Outputs:
              Name: { Value: !Ref Books }
            """, patch.Text);
        Assert.Equal(["Books", "Covers"], patch.Kept);
        Assert.Empty(patch.ByHand);
    }

    [Theory]
    [InlineData("    DeletionPolicy: Delete\n    Type: AWS::S3::Bucket\n    UpdateReplacePolicy: Snapshot\n")]
    [InlineData("    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n")]
    [InlineData("    UpdateReplacePolicy: Retain\n    Type: AWS::S3::Bucket\n")]
    public void Of_OtherPolicies_AreReplaced(string body) => Assert.Equal(
        "Resources:\n  Files:\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n    Type: AWS::S3::Bucket\n", RetainPatch.Of("a.yml", $"Resources:\n  Files:\n{body}")!.Text);

    [Fact]
    public void Of_KeptAlready_IsNothing() =>
        Assert.Null(RetainPatch.Of("a.yml", "Resources:\n  Files:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n"));

    [Theory]
    [InlineData("Resources:\n  Access:\n    Type: AWS::IAM::ManagedPolicy\n  Group:\n    Type: AWS::EC2::SecurityGroup\n")]
    [InlineData("Parameters:\n  App: { Type: String }\n")]
    public void Of_NothingHoldsData_IsNothing(string text) => Assert.Null(RetainPatch.Of("a.yml", text));

    [Fact]
    public void Of_Database_KeepsWhatItStandsOn()
    {
        var patch = RetainPatch.Of("a.yml", """
            Resources:
              Subnets:
                Type: AWS::RDS::DBSubnetGroup
              Group:
                Type: AWS::EC2::SecurityGroup
              Password:
                Type: AWS::SecretsManager::Secret
              Cluster:
                Type: AWS::RDS::DBCluster
              Writer:
                Type: AWS::RDS::DBInstance
              Attachment:
                Type: AWS::SecretsManager::SecretTargetAttachment
            """)!;

        Assert.Equal(["Subnets", "Group", "Password", "Cluster", "Writer"], patch.Kept);
    }

    [Fact]
    public void Of_ResourceInOneLine_IsForAPerson()
    {
        var patch = RetainPatch.Of("a.yml", "Resources:\n  Files: { Type: AWS::S3::Bucket }\n  More: { Type: AWS::S3::Bucket }\n  Table:\n    Type: AWS::DynamoDB::Table\n")!;

        Assert.Equal(["Table"], patch.Kept);
        Assert.Equal(["Files", "More"], patch.ByHand);
        Assert.Contains("  Files: { Type: AWS::S3::Bucket }\n", patch.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_LinesOfWindows_Stay() => Assert.Equal(
        "Resources:\r\n  Files:\r\n    DeletionPolicy: Retain\r\n    UpdateReplacePolicy: Retain\r\n    Type: AWS::S3::Bucket\r\n", RetainPatch.Of("a.yml", "Resources:\r\n  Files:\r\n    Type: AWS::S3::Bucket\r\n")!.Text);
}
