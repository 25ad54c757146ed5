using System.Net;

namespace TeacherDevPlan.Api.Http;

/// <summary>Where a request came from: an IPv4 address as such, also where it arrives as an IPv6 one.</summary>
internal static class ClientAddress
{
    public static IPAddress? Of(HttpContext http) =>
        http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped
            ? mapped.MapToIPv4()
            : http.Connection.RemoteIpAddress;
}
