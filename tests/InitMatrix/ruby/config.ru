require "sinatra"
get("/up") { "ok" }
run Sinatra::Application
