using System.Net;

namespace TeacherDevPlan.Api.Requests;

/// <summary>The address that a request came from. An IPv4 address that is mapped to IPv6 is returned as IPv4.</summary>
internal static class ClientAddress
{
    public static IPAddress? Of(HttpContext http) =>
        http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped
            ? mapped.MapToIPv4()
            : http.Connection.RemoteIpAddress;
}
