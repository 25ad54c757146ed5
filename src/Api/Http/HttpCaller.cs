using TeacherDevPlan.Application.Common;

namespace TeacherDevPlan.Api.Http;

/// <summary>Who sent the request that is being answered; outside one, the service itself.</summary>
internal sealed class HttpCaller(IHttpContextAccessor http) : ICaller
{
    public string Name => http.HttpContext is null ? "system" : "anonymous";
}
