using Mediator;

namespace TeacherDevPlan.Application.Common;

/// <summary>A command that saves something when it is refused, such as that it was tried. It has no dry runs.</summary>
public interface IRefusalIsKept : IBaseCommand;
