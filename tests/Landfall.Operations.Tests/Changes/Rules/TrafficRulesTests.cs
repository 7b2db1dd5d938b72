using Landfall.Operations.Changes;

namespace Landfall.Operations.Tests.Changes.Rules;

public class TrafficRulesTests
{
    [Theory]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", """{"Conditions":[{"Field":"path-pattern","PathPatternConfig":{"Values":["/api"]}}]}""", """{"Conditions":[{"Field":"path-pattern","PathPatternConfig":{"Values":["/v2"]}}]}""", "interrupts!")]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", """{"Conditions":[{"Field":"path-pattern","PathPatternConfig":{"Values":["/api"]}}]}""", """{"Conditions":[{"Field":"path-pattern","PathPatternConfig":{"Values":["/api","/v2"]}}]}""", "")]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", """{"Priority":1}""", """{"Priority":2}""", "")]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", """{"Conditions":[{"Field":"path-pattern","PathPatternConfig":{"Values":["/api"]}}]}""", """{"Conditions":[{"Field":"host-header","HostHeaderConfig":{"Values":["a.example.com"]}},{"Field":"path-pattern","PathPatternConfig":{"Values":["/api"]}}]}""", "interrupts!")]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", """{"Conditions":[{"Field":"host-header","HostHeaderConfig":{"Values":["a.example.com"]}},{"Field":"path-pattern","PathPatternConfig":{"Values":["/api"]}}]}""", """{"Conditions":[{"Field":"path-pattern","PathPatternConfig":{"Values":["/api"]}}]}""", "interrupts!")]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", """{"Actions":[{"Type":"forward","TargetGroupArn":"t"}]}""", """{"Actions":[{"Type":"authenticate-cognito","AuthenticateCognitoConfig":{"UserPoolArn":"p"}},{"Type":"forward","TargetGroupArn":"t"}]}""", "interrupts!")]
    [InlineData("AWS::ElasticLoadBalancingV2::ListenerRule", """{"Actions":[{"Type":"authenticate-cognito","AuthenticateCognitoConfig":{"UserPoolArn":"p"}},{"Type":"forward","TargetGroupArn":"t"}]}""", """{"Actions":[{"Type":"forward","TargetGroupArn":"t"}]}""", "permissions!")]
    [InlineData("AWS::ElasticLoadBalancingV2::TargetGroup", """{"HealthCheckPath":"/"}""", """{"HealthCheckPath":"/h"}""", "restarts?")]
    [InlineData("AWS::ElasticLoadBalancingV2::TargetGroup", """{"Matcher":{"HttpCode":"200"}}""", """{"Matcher":{"HttpCode":"204"}}""", "restarts?")]
    [InlineData("AWS::ElasticLoadBalancingV2::TargetGroup", """{"HealthCheckIntervalSeconds":15}""", """{"HealthCheckIntervalSeconds":30}""", "")]
    [InlineData("AWS::ElasticLoadBalancingV2::TargetGroup", """{"Port":80}""", """{"Port":8080}""", "interrupts!,replaces!")]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener", """{"Port":80,"Protocol":"HTTP"}""", """{"Port":8080,"Protocol":"HTTP"}""", "interrupts!")]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener", """{"Port":443,"Protocol":"HTTPS"}""", """{"Port":443,"Protocol":"HTTP"}""", "interrupts!,network!")]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener", """{"Certificates":[{"CertificateArn":"a"}]}""", """{"Certificates":[{"CertificateArn":"b"}]}""", "")]
    [InlineData("AWS::ElasticLoadBalancingV2::LoadBalancer", """{"Scheme":"internal"}""", """{"Scheme":"internet-facing"}""", "interrupts!,replaces!,network!")]
    [InlineData("AWS::CloudFront::Distribution", """{"DistributionConfig":{"Aliases":["shop.example.com"]}}""", """{"DistributionConfig":{"Aliases":[]}}""", "interrupts!")]
    [InlineData("AWS::CloudFront::Distribution", """{"DistributionConfig":{"Enabled":true}}""", """{"DistributionConfig":{"Enabled":false}}""", "interrupts!")]
    [InlineData("AWS::CloudFront::Distribution", """{"DistributionConfig":{"WebACLId":"a"}}""", """{"DistributionConfig":{}}""", "network!")]
    [InlineData("AWS::CloudFront::Distribution", """{"DistributionConfig":{"DefaultCacheBehavior":{"ViewerProtocolPolicy":"redirect-to-https"}}}""", """{"DistributionConfig":{"DefaultCacheBehavior":{"ViewerProtocolPolicy":"allow-all"}}}""", "network!")]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener", """{"DefaultActions":[{"Type":"redirect","RedirectConfig":{"Protocol":"HTTPS"}}]}""", """{"DefaultActions":[{"Type":"forward","TargetGroupArn":"t"}]}""", "network!")]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener", """{"DefaultActions":[{"Type":"forward","TargetGroupArn":"t"}]}""", """{"DefaultActions":[{"Type":"redirect","RedirectConfig":{"Protocol":"HTTPS"}}]}""", "")]
    [InlineData("AWS::CloudFront::Distribution", """{"DistributionConfig":{"Origins":[{"Id":"api","CustomOriginConfig":{"OriginProtocolPolicy":"https-only"}}]}}""", """{"DistributionConfig":{"Origins":[{"Id":"api","CustomOriginConfig":{"OriginProtocolPolicy":"http-only"}}]}}""", "network!")]
    [InlineData("AWS::CloudFront::Distribution", """{"DistributionConfig":{}}""", """{"DistributionConfig":{"WebACLId":"a"}}""", "interrupts?!")]
    [InlineData("AWS::WAFv2::WebACL", """{"Rules":[{"Name":"RateLimit","Statement":{"RateBasedStatement":{"Limit":1000}}}]}""", """{"Rules":[{"Name":"RateLimit","Statement":{"RateBasedStatement":{"Limit":5000}}}]}""", "network!")]
    [InlineData("AWS::WAFv2::WebACL", """{"Rules":[{"Name":"RateLimit","Statement":{"RateBasedStatement":{"Limit":1000}}}]}""", """{"Rules":[{"Name":"RateLimit","Statement":{"RateBasedStatement":{"Limit":500}}}]}""", "interrupts?!")]
    [InlineData("AWS::WAFv2::WebACL", """{"Rules":[{"Name":"a","Priority":1,"Statement":{"A":"x"}}]}""", """{"Rules":[{"Name":"a","Priority":0,"Statement":{"A":"y"}}]}""", "network?!")]
    [InlineData("AWS::WAFv2::WebACL", """{"Rules":[{"Name":"a","Priority":1}]}""", """{"Rules":[{"Name":"a","Priority":0}]}""", "")]
    [InlineData("AWS::WAFv2::WebACL", """{"DefaultAction":{"Allow":{}}}""", """{"DefaultAction":{"Block":{}}}""", "interrupts!")]
    [InlineData("AWS::WAFv2::WebACL", """{"DefaultAction":{"Block":{}}}""", """{"DefaultAction":{"Allow":{}}}""", "network!")]
    [InlineData("AWS::WAFv2::WebACL", """{"Rules":[{"Name":"a"},{"Name":"b"}]}""", """{"Rules":[{"Name":"a"}]}""", "network!")]
    [InlineData("AWS::WAFv2::WebACL", """{"Rules":[{"Name":"a"}]}""", """{"Rules":[{"Name":"a"},{"Name":"b"}]}""", "interrupts?!")]
    [InlineData("AWS::WAFv2::WebACLAssociation", """{"ResourceArn":"a"}""", null, "network!")]
    [InlineData("AWS::CertificateManager::Certificate", """{"DomainName":"a"}""", """{"DomainName":"b"}""", "replaces")]
    [InlineData("AWS::Route53::RecordSet", """{"Name":"a"}""", """{"Name":"b"}""", "interrupts!,replaces!")]
    public void Change_Property_HasItsEffects(string type, string before, string? after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change(type, before, after)));

    [Fact]
    public void Change_NameThatAnotherDistributionGets_SaysThatItLeadsNowhereMeanwhile()
    {
        static string Cdn(string names) => """{"Type":"AWS::CloudFront::Distribution","Properties":{"DistributionConfig":{"Aliases":[NAMES]}}}""".Replace("NAMES", names, StringComparison.Ordinal);
        static string Both(string one, string two) => "{\"One\":" + Cdn(one) + ",\"Two\":" + Cdn(two) + "}";

        const string Name = "\"a.example.com\"";
        var moved = Judge.Find(Both(Name, ""), Both("", Name));

        var effect = Assert.Single(moved.Harm);
        Assert.Equal((EffectKind.Interrupts, 300), (effect.Kind, effect.Seconds));
        Assert.Contains("a.example.com goes from the CDN One to the CDN Two", effect.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Change_RuleOfAService_PerhapsInterruptsWhereEcsHasTheWeights(bool shifts)
    {
        var balancer = shifts ? """{"AdvancedConfiguration":{"ProductionListenerRule":"r"}}""" : """{"TargetGroupArn":"t"}""";
        string Template(string priority) => """{"Rule":{"Type":"AWS::ElasticLoadBalancingV2::ListenerRule","Properties":{"Priority":"P"}},"Service":{"Type":"AWS::ECS::Service","Properties":{"LoadBalancers":[B]}}}"""
            .Replace("\"P\"", priority, StringComparison.Ordinal).Replace("[B]", $"[{balancer}]", StringComparison.Ordinal);

        Assert.Equal(shifts ? ["interrupts?!"] : [], Judge.Lines(Judge.Find(Template("1"), Template("2"))));
    }

    [Theory]
    [InlineData("AWS::CloudFront::ResponseHeadersPolicy", """{"ResponseHeadersPolicyConfig":{"Name":"n"}}""", """{"ResponseHeadersPolicyConfig":{"Name":"n","SecurityHeadersConfig":{"StrictTransportSecurity":{"AccessControlMaxAgeSec":1}}}}""", "interrupts?!")]
    [InlineData("AWS::CloudFront::ResponseHeadersPolicy", """{"ResponseHeadersPolicyConfig":{"Name":"n","SecurityHeadersConfig":{"StrictTransportSecurity":{"AccessControlMaxAgeSec":1}}}}""", """{"ResponseHeadersPolicyConfig":{"Name":"n"}}""", "")]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener", "{}", """{"ListenerAttributes":[{"Key":"routing.http.response.strict_transport_security.header_value","Value":"max-age=1"}]}""", "interrupts?!")]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener", "{}", """{"ListenerAttributes":[{"Key":"routing.http.response.server.enabled","Value":"false"}]}""", "")]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener", null, """{"ListenerAttributes":[{"Key":"routing.http.response.strict_transport_security.header_value","Value":"max-age=1"}]}""", "")]
    public void Change_HstsOn_PerhapsInterruptsWhatAnswersPlainHttp(string type, string? before, string after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change(type, before, after)));
}
