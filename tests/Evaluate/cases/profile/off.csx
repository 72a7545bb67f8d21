// Switched off by the profile.
return new Policy<Container> { Title = "Off", Severity = Low, Controls = [], Remediation = "", Subjects = estate => estate.Containers, Evaluate = container => Fail(container["name"], "off") };
