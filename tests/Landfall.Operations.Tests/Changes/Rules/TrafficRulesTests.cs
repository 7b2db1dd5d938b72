namespace Landfall.Operations.Tests.Changes.Rules;

public class TrafficRulesTests
{
    [Theory]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", """{"Conditions":[{"Field":"path-pattern","PathPatternConfig":{"Values":["/api"]}}]}""", """{"Conditions":[{"Field":"path-pattern","PathPatternConfig":{"Values":["/v2"]}}]}""", "interrupts!")]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", """{"Conditions":[{"Field":"path-pattern","PathPatternConfig":{"Values":["/api"]}}]}""", """{"Conditions":[{"Field":"path-pattern","PathPatternConfig":{"Values":["/api","/v2"]}}]}""", "")]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", """{"Priority":1}""", """{"Priority":2}""", "")]
    [InlineData("AWS::ElasticLoadBalancingV2::TargetGroup", """{"Port":80}""", """{"Port":8080}""", "interrupts!,replaces!")]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener", """{"Port":80,"Protocol":"HTTP"}""", """{"Port":8080,"Protocol":"HTTP"}""", "interrupts!")]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener", """{"Port":443,"Protocol":"HTTPS"}""", """{"Port":443,"Protocol":"HTTP"}""", "interrupts!,network!")]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener", """{"Certificates":[{"CertificateArn":"a"}]}""", """{"Certificates":[{"CertificateArn":"b"}]}""", "")]
    [InlineData("AWS::ElasticLoadBalancingV2::LoadBalancer", """{"Scheme":"internal"}""", """{"Scheme":"internet-facing"}""", "interrupts!,replaces!,network!")]
    [InlineData("AWS::CloudFront::Distribution", """{"DistributionConfig":{"Aliases":["shop.example.com"]}}""", """{"DistributionConfig":{"Aliases":[]}}""", "interrupts!")]
    [InlineData("AWS::CloudFront::Distribution", """{"DistributionConfig":{"Enabled":true}}""", """{"DistributionConfig":{"Enabled":false}}""", "interrupts!")]
    [InlineData("AWS::CloudFront::Distribution", """{"DistributionConfig":{"WebACLId":"a"}}""", """{"DistributionConfig":{}}""", "network!")]
    [InlineData("AWS::CloudFront::Distribution", """{"DistributionConfig":{"DefaultCacheBehavior":{"ViewerProtocolPolicy":"redirect-to-https"}}}""", """{"DistributionConfig":{"DefaultCacheBehavior":{"ViewerProtocolPolicy":"allow-all"}}}""", "network!")]
    [InlineData("AWS::WAFv2::WebACL", """{"Rules":[{"Name":"a"},{"Name":"b"}]}""", """{"Rules":[{"Name":"a"}]}""", "network!")]
    [InlineData("AWS::WAFv2::WebACL", """{"Rules":[{"Name":"a"}]}""", """{"Rules":[{"Name":"a"},{"Name":"b"}]}""", "")]
    [InlineData("AWS::WAFv2::WebACLAssociation", """{"ResourceArn":"a"}""", null, "network!")]
    [InlineData("AWS::CertificateManager::Certificate", """{"DomainName":"a"}""", """{"DomainName":"b"}""", "replaces")]
    [InlineData("AWS::Route53::RecordSet", """{"Name":"a"}""", """{"Name":"b"}""", "interrupts!,replaces!")]
    public void Change_Property_HasItsEffects(string type, string before, string? after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change(type, before, after)));
}
