select * from release.about
