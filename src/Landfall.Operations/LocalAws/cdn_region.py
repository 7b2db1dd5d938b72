"""What CloudFront takes of one region only, wherever the stack of a distribution is: certificates of ACM and firewalls of AWS WAF."""

from typing import Any

from cryptography.x509 import DNSName, SubjectAlternativeName
from moto.acm.models import CertBundle, acm_backends

import regions


def certificate_breach(config: dict[str, Any], account: str, region: str) -> str | None:
    """What CloudFront says of a distribution's certificate, if it refuses it (error InvalidViewerCertificate).

    CloudFront API, CreateDistribution; CloudFront Developer Guide, "Requirements for using SSL/TLS certificates with
    CloudFront" and "Requirements for using alternate domain names".
    """
    given, aliases = config.get("ViewerCertificate") or {}, config.get("Aliases") or []
    arn = given.get("AcmCertificateArn")
    if arn is None:
        return (
            "To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that "
            "validates your authorization to use the domain name."
            if aliases and not given.get("IamCertificateId")
            else None
        )
    certificate = acm_backends[account][regions.cdn_region(region) or region]._certificates.get(arn)
    if certificate is None:
        return "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain."
    if not getattr(certificate, "landfall_stand_in", False) and not all(_covers(certificate, alias) for alias in aliases):
        return "The certificate that is attached to your distribution doesn't cover the alternate domain name (CNAME) that you're trying to add."
    return None


def scope_breach(properties: dict[str, Any], region: str) -> str | None:
    """What AWS WAF says of a firewall for CloudFront outside the one region (WAFInvalidParameterException).

    AWS WAF API, CreateWebACL, Scope: "To work with CloudFront, you must also specify the Region US East (N. Virginia)"; the words
    are those of https://github.com/aws-solutions/aws-waf-security-automations/issues/300.
    """
    wrong = properties.get("Scope") == "CLOUDFRONT" and regions.cdn_region(region) != region
    return "Error reason: The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT" if wrong else None


def is_for_cdn(firewall: str) -> bool:
    """Whether the ARN of a firewall is that of one for CloudFront (AWS WAF API, WebACL, ARN)."""
    return ":global/webacl/" in firewall


def _covers(certificate: CertBundle, name: str) -> bool:
    names = certificate._cert.extensions.get_extension_for_class(SubjectAlternativeName).value.get_values_for_type(DNSName)
    return name in names or f"*.{name.partition('.')[2]}" in names
