using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class NetworkValidatorTests
{
    [Fact]
    public void Validate_CidrNotABlock_IsReported() =>
        Assert.Equal(["4:18 LF1401"], SmallFile.Problems(
            """
            network: { cidr: 10.0.0 }
            """));

    [Fact]
    public void Validate_CidrWithOctetTooLarge_IsReported() =>
        Assert.Equal(["4:18 LF1401"], SmallFile.Problems(
            """
            network: { cidr: 10.0.256.0/16 }
            """));

    [Fact]
    public void Validate_CidrNotAtItsStart_IsReported() =>
        Assert.Equal(["4:18 LF1401"], SmallFile.Problems(
            """
            network: { cidr: 10.0.1.0/16 }
            """));

    [Fact]
    public void Validate_CidrPublic_IsReported() =>
        Assert.Equal(["4:18 LF1401"], SmallFile.Problems(
            """
            network: { cidr: 8.8.0.0/16 }
            """));

    [Fact]
    public void Validate_CidrTooSmall_IsReported() =>
        Assert.Equal(["4:18 LF1402"], SmallFile.Problems(
            """
            network: { cidr: 10.0.0.0/24 }
            """));

    [Fact]
    public void Validate_CidrTooLarge_IsReported() =>
        Assert.Equal(["4:18 LF1402"], SmallFile.Problems(
            """
            network: { cidr: 10.0.0.0/8 }
            """));

    [Fact]
    public void Validate_ImportWithoutSource_IsReported() =>
        Assert.Equal(["4:20 LF1404"], SmallFile.Problems(
            """
            network: { import: {} }
            """));

    [Fact]
    public void Validate_ImportOfBoth_IsReported() =>
        Assert.Equal(["4:20 LF1404"], SmallFile.Problems(
            """
            network: { import: { vpc: vpc-0abc, emrCluster: j-2AXXXX } }
            """));

    [Fact]
    public void Validate_ImportWithCidr_IsReported() =>
        Assert.Equal(["4:45 LF1404"], SmallFile.Problems(
            """
            network: { import: { vpc: vpc-0abc }, cidr: 10.0.0.0/16 }
            """));

    [Fact]
    public void Validate_SubnetsWithoutImport_IsReported() =>
        Assert.Equal(["4:21 LF1404"], SmallFile.Problems(
            """
            network: { subnets: { cidr: auto } }
            """));

    [Fact]
    public void Validate_SubnetsThatOverlap_IsReported() =>
        Assert.Equal(["4:96 LF1403"], SmallFile.Problems(
            """
            network: { import: { vpc: vpc-0abc }, subnets: { public: [10.0.0.0/24, 10.0.1.0/24], private: [10.0.1.128/25, 10.0.2.0/24] } }
            """));

    [Fact]
    public void Validate_SubnetTooSmall_IsReported() =>
        Assert.Equal(["4:59 LF1402"], SmallFile.Problems(
            """
            network: { import: { vpc: vpc-0abc }, subnets: { public: [10.0.0.0/29, 10.0.1.0/24], private: [10.0.2.0/24, 10.0.3.0/24] } }
            """));

    [Fact]
    public void Validate_SubnetsForTooFewZones_IsReported() =>
        Assert.Equal(["4:48 LF1404"], SmallFile.Problems(
            """
            network: { import: { vpc: vpc-0abc }, subnets: { public: [10.0.0.0/24], private: [10.0.2.0/24] } }
            """));

    [Fact]
    public void Validate_ImportWithAutomaticSubnets_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            network: { import: { vpc: vpc-0abc }, subnets: { cidr: auto } }
            """));
}
